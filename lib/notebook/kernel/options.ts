/** What a kernel is given, and what it says of itself. */
import type { Connect } from "./connection";

export type KernelPhase =
  | { phase: "cold" }
  | { phase: "starting" }
  | { phase: "ready" }
  | { phase: "running"; cell: string }
  | { phase: "replaying"; done: number; total: number; patient: boolean }
  | { phase: "broken"; reason: string };

export type KernelOptions = {
  connect: Connect;
  onPhase?: (phase: KernelPhase) => void;
  /** The kernel is empty though nobody restarted it: a replay was declined or failed. One sentence says why. */
  onForgotten?: (reason: string) => void;
  now?: () => number;
  randomSeed?: () => number;
};
