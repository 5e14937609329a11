/** What a kernel has run since its last restart, in execution order: enough to bring another kernel to the same state. */
import { RUN_SECONDS, RUN_SECONDS_MAX } from "../limits";
import type { Transpiled } from "../transpile";
import type { Ambient } from "./protocol";
import type { RunRequest } from "./run";
import type { WireValue } from "./wire";

export type JournalEntry = {
  cell: string;
  code: string;
  prefixLength: number;
  executionCount: number;
  ambient: Ambient;
  inject: Record<string, WireValue>;
  /** Seconds that the run may take, live or replayed. */
  limit: number;
};

/** A run as the journal keeps it; the clock's readings are added when it has ended. */
export function toEntry(
  { code, prefixLength }: Transpiled,
  options: { request: RunRequest; executionCount: number; ambient: Ambient },
): JournalEntry {
  const { request, executionCount, ambient } = options;
  return {
    cell: request.id,
    code,
    prefixLength,
    executionCount,
    ambient,
    inject: request.inject ?? {},
    limit: Math.min(request.limit ?? RUN_SECONDS, RUN_SECONDS_MAX),
  };
}
