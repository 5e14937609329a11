/**
 * A lesson's notebook on the page: components read `state` and call its verbs, which are intents.
 * Everything heavy (kernel, transpiler, graph) comes from `loadEngine`, a chunk that is fetched when it is about to be used.
 */

import type { Cells } from "./cells";
import { edited, findCell, isCurrent, markStale, restarted, toCells, withCell } from "./cells";
import type { Verdict } from "./exercise";
import type { KernelPhase } from "./kernel/kernel";
import type { AuthorCell, Output } from "./model";
import { toSentence } from "./sentence";

type Engine = typeof import("./engine");
type Kernel = InstanceType<Engine["Kernel"]>;

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
  createKernel: (engine: Engine, onPhase: (phase: KernelPhase) => void) => Kernel;
  /** Keeps what was typed; failures are its own to tell. */
  keep: (cell: string, source: string | undefined) => void;
  /** Whether an unanswered prediction stands before a cell. */
  isGated: (cell: string) => boolean;
  /** CSS pixels that a figure of this cell has. */
  figureWidth: (cell: string) => number;
  now?: () => number;
};

export class Notebook {
  #options: NotebookOptions;
  #state: NotebookState;
  #listeners = new Set<() => void>();
  #engine: Promise<Engine> | undefined;
  #kernel: Kernel | undefined;
  #working = false;
  /** Rises when the queue is emptied from outside: a worker of an older one stops by itself. */
  #epoch = 0;

  constructor(options: NotebookOptions) {
    this.#options = options;
    this.#state = {
      cells: toCells(options.cells, new Map()),
      kernel: { phase: "cold" },
      queue: [],
      running: undefined,
      notice: undefined,
      waitingFor: undefined,
      announcement: "",
    };
  }

  /** For `useSyncExternalStore`. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  get state(): NotebookState {
    return this.#state;
  }

  /** Takes up what the reader had typed on an earlier visit. */
  restoreEdits(edits: ReadonlyMap<string, string>): void {
    let cells = this.#state.cells;
    for (const [id, source] of edits)
      if (cells.some(({ author, source: now }) => author.id === id && now === author.source))
        cells = withCell(cells, id, { source });
    this.#set({ cells });
  }

  edit(id: string, source: string): void {
    if (findCell(this.#state.cells, id).source === source) return;
    this.#set({ cells: edited(this.#state.cells, id, source) });
    this.#options.keep(id, source === findCell(this.#state.cells, id).author.source ? undefined : source);
  }

  /** Back to the author's source and the outputs that came with the page. */
  reset(id: string): void {
    const { author } = findCell(this.#state.cells, id);
    this.edit(id, author.source);
    this.#options.keep(id, undefined);
    const cell = findCell(this.#state.cells, id);
    if (cell.state === "running" || cell.state === "queued") return;
    const ran = cell.ranSource !== undefined && cell.ranSource !== author.source;
    this.#set({
      cells: withCell(this.#state.cells, id, {
        outputs: undefined,
        ...(ran
          ? { note: "reset to the author’s version; the kernel still holds yours" }
          : { state: "idle", note: undefined }),
        ...(ran ? {} : { executionCount: undefined }),
      }),
    });
  }

  /** Fetches the engine and starts a kernel, so that the first Run need not wait. */
  async warm(): Promise<void> {
    const { kernel } = await this.#load();
    await kernel.warm();
  }

  /** Runs a cell, after whatever it needs that has not run yet. */
  async run(id: string): Promise<void> {
    const loaded = await this.#tryLoad();
    if (!loaded) return;
    const graph = loaded.engine.analyseCells(this.#sources());
    const before = graph.needs(id).filter((need) => !isCurrent(findCell(this.#state.cells, need)));
    this.#enqueue([...before, id]);
    await this.#work();
  }

  /** A fresh kernel, then every cell from the top. */
  async runAll(): Promise<void> {
    const loaded = await this.#tryLoad();
    if (!loaded) return;
    this.#empty();
    if (this.#state.kernel.phase !== "cold") await loaded.kernel.restart();
    this.#set({ cells: restarted(this.#state.cells), waitingFor: undefined, notice: undefined });
    this.#enqueue(this.#state.cells.map(({ author }) => author.id));
    await this.#work();
  }

  /** Goes on with "Run all" from the cell that it waits before. */
  async goOn(): Promise<void> {
    const from = this.#state.cells.findIndex(({ author }) => author.id === this.#state.waitingFor);
    this.#set({ waitingFor: undefined, notice: undefined });
    if (from < 0) return;
    this.#enqueue(this.#state.cells.slice(from).map(({ author }) => author.id));
    await this.#work();
  }

  /** Ends the run in progress and empties the queue. */
  stop(): void {
    this.#empty();
    if (this.#state.kernel.phase === "replaying") this.#kernel?.declineReplay();
    else this.#kernel?.interrupt();
  }

  async restart(): Promise<void> {
    this.#empty();
    const loaded = await this.#tryLoad();
    if (!loaded) return;
    await loaded.kernel.restart();
    this.#set({
      cells: restarted(this.#state.cells),
      notice: undefined,
      waitingFor: undefined,
      announcement: "Kernel restarted.",
    });
  }

  /** Checks an exercise's cell as it stands now, in fresh kernels that end with the check. */
  async check({ cell, probe, check }: { cell: string; probe: string; check: string }): Promise<Verdict> {
    const { engine } = await this.#load();
    const { source } = findCell(this.#state.cells, cell);
    const needed = new Set(engine.analyseCells(this.#sources()).needs(cell));
    return engine.checkExercise({
      startKernel: async () => this.#options.createKernel(engine, () => {}),
      cells: this.#sources().filter(({ id }) => needed.has(id)),
      submission: { id: cell, source },
      probe,
      check,
    });
  }

  close(): void {
    this.#empty();
    this.#kernel?.close();
  }

  #set(change: Partial<NotebookState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #change(id: string, change: Parameters<typeof withCell>[2]): void {
    this.#set({ cells: withCell(this.#state.cells, id, change) });
  }

  #sources(): { id: string; source: string }[] {
    return this.#state.cells.map(({ author, source }) => ({ id: author.id, source }));
  }

  async #load(): Promise<{ engine: Engine; kernel: Kernel }> {
    this.#engine ??= this.#options.loadEngine();
    try {
      const engine = await this.#engine;
      this.#kernel ??= this.#options.createKernel(engine, (kernel) => this.#set({ kernel }));
      return { engine, kernel: this.#kernel };
    } catch (error) {
      this.#engine = undefined; // The next press tries again.
      throw error;
    }
  }

  async #tryLoad(): Promise<{ engine: Engine; kernel: Kernel } | undefined> {
    try {
      return await this.#load();
    } catch {
      const reason =
        "A part of this page could not be fetched. What you typed is kept; reload the page and run again.";
      this.#set({ kernel: { phase: "broken", reason }, notice: reason });
      return undefined;
    }
  }

  #enqueue(ids: readonly string[]): void {
    const fresh = ids.filter((id) => !this.#state.queue.includes(id) && this.#state.running?.cell !== id);
    let { cells } = this.#state;
    for (const id of fresh) cells = withCell(cells, id, { state: "queued", note: undefined });
    this.#set({ cells, queue: [...this.#state.queue, ...fresh], notice: undefined });
  }

  #empty(): void {
    this.#epoch++;
    let { cells } = this.#state;
    for (const id of this.#state.queue) cells = withCell(cells, id, { state: settledState(cells, id) });
    this.#set({ cells, queue: [], waitingFor: undefined });
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let id = this.#state.queue[0]; id !== undefined; id = this.#state.queue[0]) {
        if (this.#options.isGated(id)) {
          this.#waitForPrediction(id);
          return;
        }
        this.#set({ queue: this.#state.queue.slice(1) });
        const epoch = this.#epoch;
        if (!(await this.#runOne(id)) && epoch === this.#epoch) this.#empty();
      }
    } finally {
      this.#working = false;
    }
  }

  #waitForPrediction(id: string): void {
    this.#empty();
    this.#change(id, { note: "waits for your prediction" });
    const notice = `Cell "${id}" waits for your prediction: lock it, or skip it.`;
    this.#set({ waitingFor: id, notice, announcement: notice });
  }

  /** Answers whether the queue may go on. */
  async #runOne(id: string): Promise<boolean> {
    const { engine, kernel } = await this.#load();
    const { author, source } = findCell(this.#state.cells, id);
    const now = this.#options.now ?? Date.now;
    this.#change(id, { state: "running", note: undefined, outputs: [], executionCount: undefined });
    this.#set({ running: { cell: id, since: now() } });
    try {
      const result = await kernel.run(
        {
          id,
          source,
          width: this.#options.figureWidth(id),
          ...(author.limit ? { limit: author.limit } : {}),
        },
        (outputs) => this.#change(id, { outputs }),
      );
      const later = findCell(this.#state.cells, id).source;
      const asRan = {
        outputs: result.outputs,
        executionCount: result.executionCount,
        elapsed: result.elapsed,
        ranSource: source,
      };
      if (result.state === "done" && later !== source)
        this.#change(id, { ...asRan, state: "stale", note: "edited since it ran" });
      else this.#change(id, { ...asRan, state: result.state });
      const downstream = new Set(engine.analyseCells(this.#sources()).dependents(id));
      this.#set({ cells: markStale(this.#state.cells, downstream, `cell "${id}" ran again`) });
      this.#set({ running: undefined, announcement: toSentence(id, result.state, result.outputs) });
      return result.state === "done" || meetsDeclaredError(author, result.outputs);
    } catch (error) {
      this.#change(id, { state: "failed", note: "did not run" });
      this.#set({ running: undefined, notice: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }
}

function settledState(cells: Cells, id: string): "idle" | "done" | "stale" {
  const cell = findCell(cells, id);
  if (cell.ranSource === undefined) return "idle";
  return cell.ranSource === cell.source ? "done" : "stale";
}

function meetsDeclaredError(author: AuthorCell, outputs: readonly Output[]): boolean {
  const { error } = author;
  return (
    error !== undefined &&
    outputs.some((o) => o.output_type === "error" && `${o.ename}: ${o.evalue}`.includes(error))
  );
}
