/** One run as a host asks for it and gets it, whatever stands between: a frame or a thread. */
import type { Output } from "../model";
import type { WireValue } from "./wire";

export type RunRequest = {
  id: string;
  /** The learner's source, as written. */
  source: string;
  /** Seconds; `RUN_SECONDS` unless told. */
  limit?: number;
  evaluate?: readonly string[];
  inject?: Record<string, WireValue>;
  wantValue?: boolean;
  width?: number;
};

export type RunResult = {
  state: "done" | "failed";
  outputs: Output[];
  executionCount: number;
  evaluated: Record<string, string>;
  evaluationErrors: Record<string, string>;
  value?: WireValue;
  /** The kernel is as it was before: the run was stopped, met a limit, or did not parse. */
  undone?: true;
  /** Milliseconds. */
  elapsed: number;
};
