/** What a kernel has run since its last restart, in execution order: enough to bring another kernel to the same state. */
import type { Ambient } from "./protocol";
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
