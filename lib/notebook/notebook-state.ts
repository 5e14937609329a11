/** What a notebook shows, and what it is given. */
import { type Cells, toCells } from "./cells";
import type { KernelOptions, KernelPhase } from "./kernel/kernel";
import type { AuthorCell } from "./model";

export type Engine = typeof import("./engine");
export type Kernel = InstanceType<Engine["Kernel"]>;

export type NotebookState = {
  cells: Cells;
  kernel: KernelPhase;
  /** Cells that wait for their turn, in order. */
  queue: readonly string[];
  running: { cell: string; since: number } | undefined;
  /** What the kernel bar has to say beside its state: why nothing ran, what stopped it. */
  notice: string | undefined;
  /** The cell before which "Run all" waits for a prediction. */
  waitingFor: string | undefined;
  /** One sentence for who listens: set when a run that the reader started has ended. */
  announcement: string;
};

export type NotebookOptions = {
  cells: readonly AuthorCell[];
  loadEngine: () => Promise<Engine>;
  createKernel: (engine: Engine, events: Pick<KernelOptions, "onPhase" | "onForgotten">) => Kernel;
  /** Keeps what was typed; failures are its own to tell. */
  keep: (cell: string, source: string | undefined) => void;
  /** Whether an unanswered prediction stands before a cell. */
  isGated: (cell: string) => boolean;
  /** Skips whatever prediction stands before a cell. */
  skipGate: (cell: string) => void;
  /** CSS pixels that a figure of this cell has. */
  figureWidth: (cell: string) => number;
  now?: () => number;
};

/** A notebook of which nothing has run. */
export function initialState(cells: readonly AuthorCell[]): NotebookState {
  return {
    cells: toCells(cells),
    kernel: { phase: "cold" },
    queue: [],
    running: undefined,
    notice: undefined,
    waitingFor: undefined,
    announcement: "",
  };
}
