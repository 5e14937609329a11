/**
 * A kernel as its owner sees it: cells in, results out, one at a time; it can be stopped at any moment and comes back in the state before.
 * Host and transport are a `Connect`; the journal makes a new worker equal to the one that was ended.
 */
import { REPLAY_PATIENCE } from "../limits";
import type { Output } from "../model";
import { appendOutputs } from "../outputs/append";
import { parseOutput } from "../outputs/schema";
import { CellSyntaxError, type Transpiled, transpile } from "../transpile";
import { type Active, createActive, type Ending } from "./active";
import type { Connect, Connection } from "./connection";
import { endError, KernelError, sayForgotten, syntaxOutput } from "./endings";
import { type JournalEntry, toEntry } from "./journal";
import type { KernelOptions, KernelPhase } from "./options";
import { perform, type Work } from "./perform";
import { type EndedMessage, type FromKernel, fromKernelSchema, PROTOCOL } from "./protocol";
import { retell } from "./retell";
import type { RunRequest, RunResult } from "./run";

export type { KernelOptions, KernelPhase };

/** Losses between runs after which a kernel is left alone until somebody asks for it. */
const LOSSES = 3;

export class Kernel {
  #connect: Connect;
  #onPhase: (phase: KernelPhase) => void;
  #onForgotten: (reason: string) => void;
  #now: () => number;
  #randomSeed: () => number;
  #connection: Connection | undefined;
  /** A worker in the state of the journal, or on its way there. */
  #prepared: Promise<Connection> | undefined;
  /** Rises with every worker: what an older one still says is dropped here, and only here. */
  #generation = 0;
  /** What the worker does now: a run, or a step of a replay. */
  #active: Active | undefined;
  /** Runs that were asked for and have not ended, the one in progress among them. */
  #asked = new Set<Active>();
  #turn: Promise<unknown> = Promise.resolve();
  #journal: JournalEntry[] = [];
  #runs = 0;
  #executionCount = 0;
  #losses = 0;
  /** Whether the last worker was lost while it was brought to the state of the journal. */
  #hasLostReplay = false;

  constructor(options: KernelOptions) {
    this.#connect = options.connect;
    this.#onPhase = options.onPhase ?? (() => {});
    this.#onForgotten = options.onForgotten ?? (() => {});
    this.#now = options.now ?? Date.now;
    this.#randomSeed = options.randomSeed ?? (() => (Math.random() * 2 ** 32) >>> 0);
  }

  /** Runs a cell, after those asked for before it. Resolves with what became of it, also when it was stopped or met a limit; rejects only when no kernel can be had. */
  run(request: RunRequest, onOutputs: (outputs: Output[]) => void = () => {}): Promise<RunResult> {
    const active = createActive({
      runId: ++this.#runs,
      isReplay: false,
      onOutputs,
      retell: (output) => retell(output, request),
    });
    this.#asked.add(active);
    const result = this.#turn
      .then(() => this.#run(request, active))
      .finally(() => this.#asked.delete(active));
    this.#turn = result.catch(() => {}); // Told to who asked; the next one has its turn in any case.
    return result;
  }

  /** Ends the run in progress at once; the state is then the one before it. */
  interrupt(): void {
    for (const active of this.#asked) active.end(endError("interrupted"));
  }

  /** Gives up a replay that takes too long: the kernel starts empty. */
  declineReplay(): void {
    if (this.#active?.isReplay) this.#active.end(endError("restarted"));
  }

  /** Ends the worker and forgets everything that was run. */
  async restart(): Promise<void> {
    this.#end();
    await this.#prepare();
  }

  /** Has a worker started before anybody runs anything. */
  async warm(): Promise<void> {
    await this.#prepare();
  }

  /** Ends the worker for good. */
  close(): void {
    this.#end();
    this.#onPhase({ phase: "cold" });
  }

  #end(): void {
    this.#journal = [];
    this.#executionCount = 0;
    this.#losses = 0;
    this.#hasLostReplay = false;
    this.#drop();
    for (const active of this.#asked) active.end(endError("restarted"));
    this.#active?.end(endError("restarted"));
  }

  #drop(): void {
    this.#generation++;
    this.#connection?.close();
    this.#connection = undefined;
    this.#prepared = undefined;
  }

  async #run(request: RunRequest, active: Active): Promise<RunResult> {
    const began = this.#now();
    const executionCount = ++this.#executionCount;
    const finish = (outputs: Output[], ended?: EndedMessage): RunResult => ({
      state: ended?.state ?? "failed",
      outputs,
      executionCount,
      evaluated: ended?.evaluated ?? {},
      evaluationErrors: ended?.evaluationErrors ?? {},
      ...(ended?.value ? { value: ended.value } : {}),
      ...(ended ? {} : { undone: true as const }),
      elapsed: this.#now() - began,
    });
    let transpiled: Transpiled;
    try {
      transpiled = transpile(request.source, { id: request.id });
    } catch (error) {
      if (!(error instanceof CellSyntaxError)) throw error;
      return finish([syntaxOutput(error, request.id)]);
    }
    const ambient = { random: this.#randomSeed(), start: began, clock: [] };
    const entry = toEntry(transpiled, { request, executionCount, ambient });
    const connection = await this.#connectionFor(active);
    if (connection) this.#onPhase({ phase: "running", cell: request.id });
    const ending = connection
      ? await this.#perform(active, { connection, entry, request })
      : await active.ending;
    if (ending instanceof KernelError) {
      const outputs = appendOutputs(active.outputs, [ending.toOutput(request.id)]);
      // The worker may still be spinning, or is gone: only a new one is in the state before this run.
      if (connection && connection === this.#connection) this.#replace();
      return finish(outputs);
    }
    this.#losses = 0;
    this.#journal.push({ ...entry, ambient: { ...entry.ambient, clock: ending.clock } });
    this.#onPhase({ phase: "ready" });
    return finish(active.outputs, ending);
  }

  /** The worker for a run, or undefined where the run is ended before there is one. */
  async #connectionFor(active: Active): Promise<Connection | undefined> {
    const over = active.ending.then(() => undefined);
    for (;;) {
      const connection = await Promise.race([over, this.#prepare()]);
      // A worker that was lost in the very moment in which it was ready is not posted to.
      if (!connection || connection === this.#connection) return connection;
    }
  }

  async #perform(active: Active, work: Work): Promise<Ending> {
    this.#active = active;
    const ending = await perform(active, work);
    if (this.#active === active) this.#active = undefined;
    return ending;
  }

  /** Takes a new worker and brings it to the state of the journal, while whoever waits may go on. */
  #replace(): void {
    this.#drop();
    this.#prepare().catch(() => {}); // Told by the phase; the next run tries again and says so.
  }

  #prepare(): Promise<Connection> {
    this.#prepared ??= this.#bringUp(++this.#generation);
    return this.#prepared;
  }

  async #bringUp(generation: number): Promise<Connection> {
    const isOld = () => generation !== this.#generation;
    this.#onPhase({ phase: "starting" });
    let connection: Connection;
    try {
      connection = await this.#connect({
        message: (message) => void (isOld() || this.#receive(message)),
        lost: (reason) => void (isOld() || this.#lose(reason)),
      });
    } catch (error) {
      if (isOld()) return this.#newer();
      this.#prepared = undefined;
      this.#onPhase({ phase: "broken", reason: error instanceof Error ? error.message : String(error) });
      throw error;
    }
    if (isOld()) {
      connection.close();
      return this.#newer();
    }
    this.#connection = connection;
    const failure = await this.#replay(connection, isOld);
    if (isOld()) return this.#newer();
    if (failure) {
      // A browser may keep the new frame in the process that the ended run has filled, and that dies under both: tried once more, elsewhere.
      // What is lost twice is lost by its own doing: start empty, and say so.
      const mayTryAgain = failure.kind === "lost" && !this.#hasLostReplay;
      this.#hasLostReplay = mayTryAgain;
      if (!mayTryAgain) this.#forget(failure);
      this.#drop();
      return this.#prepare();
    }
    this.#hasLostReplay = false;
    this.#onPhase({ phase: "ready" });
    return connection;
  }

  /** The worker that has taken the place of one that was given up on its way. */
  #newer(): Promise<Connection> {
    return this.#prepared ?? Promise.reject(endError("restarted"));
  }

  /** Runs the journal in a new worker. Answers why that was not to be had, if so. */
  async #replay(connection: Connection, isOld: () => boolean): Promise<KernelError | undefined> {
    const began = this.#now();
    const entries = [...this.#journal];
    for (const [done, entry] of entries.entries()) {
      const report = () => {
        const patient = this.#now() - began < REPLAY_PATIENCE;
        this.#onPhase({ phase: "replaying", done, total: entries.length, patient });
      };
      report();
      const timer = setTimeout(report, Math.max(0, REPLAY_PATIENCE - (this.#now() - began)));
      const active = createActive({ runId: ++this.#runs, isReplay: true, onOutputs: () => {} });
      const ending = await this.#perform(active, { connection, entry });
      clearTimeout(timer);
      if (isOld()) return undefined;
      if (ending instanceof KernelError) return ending;
    }
    return undefined;
  }

  #forget(why: KernelError): void {
    this.#journal = [];
    const reason = sayForgotten(why);
    // What was asked for meanwhile counted on what is gone.
    for (const active of this.#asked) active.end(new KernelError("restarted", "Restarted", reason));
    this.#onForgotten(reason);
  }

  #receive(raw: unknown): void {
    let message: FromKernel;
    let outputs: Output[] = [];
    try {
      message = fromKernelSchema.parse(raw);
      if (message.type === "outputs") outputs = message.outputs.map(parseOutput);
    } catch {
      this.#lose("it sent something that is not of its protocol");
      return;
    }
    const active = "runId" in message && message.runId === this.#active?.runId ? this.#active : undefined;
    switch (message.type) {
      case "ready":
        if (message.protocol !== PROTOCOL)
          this.#lose(`it speaks protocol ${message.protocol}, this page ${PROTOCOL}`);
        return;
      case "pong":
        return;
      case "outputs":
        active?.add(outputs);
        return;
      case "ended":
        active?.end(message);
        return;
      case "overrun":
        active?.end(new KernelError("limit", "OutputLimitError", message.message));
        return;
      case "broken":
        active?.end(new KernelError("lost", "BuiltInError", message.message));
        return;
      default:
        message satisfies never;
    }
  }

  #lose(reason: string): void {
    if (this.#active) {
      this.#active.end(endError("lost", undefined, reason));
      return;
    }
    this.#losses++;
    if (this.#losses >= LOSSES) {
      this.#drop();
      this.#onPhase({
        phase: "broken",
        reason: `The kernel stopped answering (${reason}). Run a cell to start it again.`,
      });
      return;
    }
    // The last cell may have left something behind that goes off by itself: replayed once, not for ever.
    if (this.#losses > 1 && this.#journal.length > 0) this.#forget(endError("lost", undefined, reason));
    this.#replace();
  }
}
