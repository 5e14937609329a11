/**
 * A lesson's notebook on the page: components read `state` and call its verbs, which are intents.
 * Everything heavy (kernel, transpiler, graph) comes from `loadEngine`, a chunk that is fetched when it is about to be used.
 */
import type { Cell } from "./cells";
import {
  began,
  edited,
  findCell,
  isCurrent,
  markStale,
  meetsDeclaredError,
  queued,
  resetTo,
  restarted,
  settled,
  unqueued,
  withCell,
} from "./cells";
import type { Source } from "./engine";
import type { Verdict } from "./exercise";
import { createLoader, type Loaded, type Loader } from "./loader";
import { initialState, type NotebookOptions, type NotebookState } from "./notebook-state";
import { toSentence } from "./sentence";

export class Notebook {
  #options: NotebookOptions;
  #state: NotebookState;
  #listeners = new Set<() => void>();
  #loader: Loader;
  /** Whether the kernel holds anything that a cell has left. */
  #hasRun = false;
  /** The work on the queue; settled when the queue is empty. */
  #work: Promise<void> = Promise.resolve();
  #isWorking = false;
  /** Whether the queue holds cells that were asked for before the engine was there to say what they need. */
  #isEarly = false;
  /** Rises when the queue is emptied from outside: a worker of an older one stops by itself. */
  #epoch = 0;
  /** What goes on when the prediction that it waits for is answered. */
  #held: readonly string[] = [];

  constructor(options: NotebookOptions) {
    this.#options = options;
    this.#loader = createLoader(options.loadEngine, (engine) =>
      options.createKernel(engine, {
        onPhase: (kernel) => this.#set({ kernel }),
        onForgotten: (reason) => this.#forgotten(reason),
      }),
    );
    this.#state = initialState(options.cells);
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
    this.#set({ cells: resetTo(this.#state.cells, id) });
    this.#options.keep(id, undefined);
  }

  /** Fetches the engine and starts a kernel, so that the first Run need not wait. */
  async warm(): Promise<void> {
    const { kernel } = await this.#loader.load();
    await kernel.warm();
  }

  /** Runs a cell, after whatever it needs that has not run yet. */
  async run(id: string): Promise<void> {
    const loaded = await this.#loadFor([id]);
    if (!loaded) return;
    // The kernel starts while the cells are looked at; a failure is told by its phase, and again by the run.
    loaded.kernel.warm().catch(() => {});
    const asked = this.#isEarly ? this.#state.queue : [id];
    if (this.#isEarly) this.#takeOut();
    const graph = loaded.engine.analyseCells(this.#sources());
    for (const one of asked) {
      const before = graph.needs(one).filter((need) => !isCurrent(findCell(this.#state.cells, need)));
      this.#enqueue([...before, one]);
    }
    await this.#workOff();
  }

  /** A fresh kernel, then every cell from the top. */
  async runAll(): Promise<void> {
    const ids = this.#state.cells.map(({ author }) => author.id);
    const loaded = await this.#loadFor(ids);
    if (!loaded) return;
    // A kernel in which nothing has run is as fresh as another, and warm.
    if (this.#hasRun) await this.#startAnew(loaded.kernel);
    else this.#empty();
    this.#enqueue(ids);
    await this.#workOff();
  }

  /** Goes on with what waited for a prediction, once that has been answered. */
  async goOn(): Promise<void> {
    const { waitingFor } = this.#state;
    if (waitingFor === undefined || this.#options.isGated(waitingFor)) return;
    this.#set({ waitingFor: undefined, notice: undefined });
    this.#enqueue(this.#held);
    await this.#workOff();
  }

  /** Skips the prediction that is waited for, and goes on. */
  async skipPrediction(): Promise<void> {
    const { waitingFor } = this.#state;
    if (waitingFor === undefined) return;
    this.#options.skipGate(waitingFor);
    await this.goOn();
  }

  /** Ends the run in progress and empties the queue. */
  stop(): void {
    this.#empty();
    const { kernel } = this.#state;
    // A second press while the kernel comes back costs nothing; once that takes long, it means what it says.
    if (kernel.phase === "replaying" && !kernel.patient) this.#loader.kernel?.declineReplay();
    this.#loader.kernel?.interrupt();
  }

  async restart(): Promise<void> {
    this.#empty();
    const loaded = await this.#tryLoad();
    if (!loaded) return;
    await this.#startAnew(loaded.kernel);
    this.#set({ announcement: "Kernel restarted." });
  }

  /** Checks an exercise's cell as it stands now, in fresh kernels that end with the check. */
  async check({ cell, probe, check }: { cell: string; probe: string; check: string }): Promise<Verdict> {
    const { engine } = await this.#loader.load();
    const needed = new Set(engine.analyseCells(this.#sources()).needs(cell));
    return engine.checkExercise({
      startKernel: async () => this.#options.createKernel(engine, {}),
      cells: this.#state.cells.filter(({ author }) => needed.has(author.id)).map(toRun),
      submission: toRun(findCell(this.#state.cells, cell)),
      probe,
      check,
    });
  }

  close(): void {
    this.#empty();
    this.#loader.kernel?.close();
  }

  #set(change: Partial<NotebookState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #change(id: string, change: Parameters<typeof withCell>[2]): void {
    this.#set({ cells: withCell(this.#state.cells, id, change) });
  }

  #sources(): Source[] {
    return this.#state.cells.map(({ author: { id, names, ...author }, source }) => ({
      id,
      source,
      ...(names && source === author.source && { names }),
    }));
  }

  async #tryLoad(): Promise<Loaded | undefined> {
    try {
      return await this.#loader.load();
    } catch {
      this.#empty();
      const reason =
        "A part of this page could not be fetched. What you typed is kept; reload the page and run again.";
      this.#set({ kernel: { phase: "broken", reason }, notice: reason });
      return undefined;
    }
  }

  /** The engine, with these cells shown as waiting while it is fetched; undefined where it cannot be had or the reader stopped. */
  async #loadFor(ids: readonly string[]): Promise<Loaded | undefined> {
    if (!this.#loader.kernel) {
      this.#isEarly = true;
      this.#enqueue(ids);
    }
    const epoch = this.#epoch;
    const loaded = await this.#tryLoad();
    return epoch === this.#epoch ? loaded : undefined;
  }

  /** Has the kernel forget everything, and the cells that they have run. */
  async #startAnew(kernel: Loaded["kernel"]): Promise<void> {
    this.#empty();
    this.#hasRun = false;
    kernel.restart().catch(() => {}); // Told by the kernel's phase; the next run says so too.
    await this.#work; // The run that this has ended has yet to say so.
    this.#set({ cells: restarted(this.#state.cells), notice: undefined });
  }

  #forgotten(reason: string): void {
    this.#empty();
    this.#set({ cells: restarted(this.#state.cells), notice: reason, announcement: reason });
  }

  #enqueue(ids: readonly string[]): void {
    const fresh = ids.filter((id) => !this.#state.queue.includes(id) && this.#state.running?.cell !== id);
    const cells = queued(this.#state.cells, fresh);
    this.#set({ cells, queue: [...this.#state.queue, ...fresh], notice: undefined });
  }

  #takeOut(): void {
    this.#isEarly = false;
    this.#set({ cells: unqueued(this.#state.cells, this.#state.queue), queue: [] });
  }

  #empty(): void {
    this.#epoch++;
    this.#takeOut();
    this.#set({ waitingFor: undefined });
  }

  #workOff(): Promise<void> {
    if (!this.#isWorking) this.#work = this.#workThrough();
    return this.#work;
  }

  async #workThrough(): Promise<void> {
    this.#isWorking = true;
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
      this.#isWorking = false;
    }
  }

  #waitForPrediction(id: string): void {
    this.#held = this.#state.queue;
    this.#empty();
    this.#change(id, { note: "waits for your prediction" });
    const notice = `Cell "${id}" waits for your prediction. Lock it in, or skip it.`;
    this.#set({ waitingFor: id, notice, announcement: notice });
  }

  /** Answers whether the queue may go on. */
  async #runOne(id: string): Promise<boolean> {
    const { engine, kernel } = await this.#loader.load();
    const cell = findCell(this.#state.cells, id);
    const { author, source } = cell;
    const now = this.#options.now ?? Date.now;
    this.#set({ cells: began(this.#state.cells, id) });
    this.#set({ running: { cell: id, since: now() } });
    this.#hasRun = true;
    try {
      const result = await kernel.run({ ...toRun(cell), width: this.#options.figureWidth(id) }, (outputs) =>
        this.#change(id, { outputs }),
      );
      const earlier = findCell(this.#state.cells, id).ranSource;
      this.#set({ cells: settled(this.#state.cells, id, { source, result }) });
      if (!result.undone) {
        const downstream = engine.dependentsOf(this.#sources(), { id, versions: [source, earlier] });
        this.#set({ cells: markStale(this.#state.cells, downstream, `cell "${id}" ran again`) });
      }
      this.#set({ running: undefined, announcement: toSentence(id, result.state, result.outputs) });
      return result.state === "done" || meetsDeclaredError(author, result.outputs);
    } catch (error) {
      const notice = error instanceof Error ? error.message : String(error);
      this.#change(id, { state: "failed", note: "did not run" });
      this.#set({ running: undefined, notice, announcement: notice });
      return false;
    }
  }
}

/** A cell as it stands now, for a kernel. */
function toRun({ author, source }: Cell): { id: string; source: string; limit?: number } {
  return { id: author.id, source, ...(author.limit ? { limit: author.limit } : {}) };
}
