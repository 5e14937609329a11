/**
 * A kernel as its owner sees it: cells in, results out, one at a time; it can be stopped at any moment and comes back in the state before.
 * Host and transport are a `Connect`; the journal makes a new worker equal to the one that was ended.
 */
import { REPLAY_PATIENCE, RUN_SECONDS, RUN_SECONDS_MAX } from "../limits";
import type { Output } from "../model";
import { appendOutputs } from "../outputs/append";
import { parseOutput } from "../outputs/schema";
import { CellSyntaxError, type Transpiled, transpile } from "../transpile";
import type { Connect, Connection } from "./connection";
import { endError, KernelError, syntaxOutput } from "./endings";
import type { JournalEntry } from "./journal";
import { type EndedMessage, fromKernelSchema, PROTOCOL } from "./protocol";
import type { RunRequest, RunResult } from "./run";

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
  now?: () => number;
  randomSeed?: () => number;
};

type Active = {
  runId: number;
  outputs: Output[];
  onOutputs: (outputs: Output[]) => void;
  /** Settles the run: by the worker's own word, or by an ending from outside. */
  end(ending: EndedMessage | KernelError): void;
};

export class Kernel {
  #connect: Connect;
  #onPhase: (phase: KernelPhase) => void;
  #now: () => number;
  #randomSeed: () => number;
  #connection: Connection | undefined;
  #starting: Promise<Connection> | undefined;
  /** Rises with every connection: what an older one still says is dropped here, and only here. */
  #generation = 0;
  #active: Active | undefined;
  #journal: JournalEntry[] = [];
  #runs = 0;
  #executionCount = 0;

  constructor(options: KernelOptions) {
    this.#connect = options.connect;
    this.#onPhase = options.onPhase ?? (() => {});
    this.#now = options.now ?? Date.now;
    this.#randomSeed = options.randomSeed ?? (() => (Math.random() * 2 ** 32) >>> 0);
  }

  /** Runs a cell. Resolves with what became of it, also when it was stopped or met a limit; rejects only when no kernel can be had. */
  async run(request: RunRequest, onOutputs: (outputs: Output[]) => void = () => {}): Promise<RunResult> {
    const began = this.#now();
    const executionCount = ++this.#executionCount;
    const finish = (outputs: Output[], ended?: EndedMessage): RunResult => ({
      state: ended?.state ?? "failed",
      outputs,
      executionCount,
      evaluated: ended?.evaluated ?? {},
      evaluationErrors: ended?.evaluationErrors ?? {},
      ...(ended?.value ? { value: ended.value } : {}),
      elapsed: this.#now() - began,
    });
    let transpiled: Transpiled;
    try {
      transpiled = transpile(request.source, { id: request.id });
    } catch (error) {
      if (!(error instanceof CellSyntaxError)) throw error;
      return finish([syntaxOutput(error, request.id)]);
    }
    const entry: JournalEntry = {
      cell: request.id,
      code: transpiled.code,
      prefixLength: transpiled.prefixLength,
      executionCount,
      ambient: { random: this.#randomSeed(), start: began, clock: [] },
      inject: request.inject ?? {},
      limit: Math.min(request.limit ?? RUN_SECONDS, RUN_SECONDS_MAX),
    };
    const connection = await this.#ready();
    this.#onPhase({ phase: "running", cell: request.id });
    const { ending, outputs } = await this.#perform(connection, entry, { replay: false, request, onOutputs });
    if (ending instanceof KernelError) {
      const all = appendOutputs(outputs, [ending.toOutput(request.id)]);
      onOutputs(all);
      // The worker may still be spinning, or is gone: only a new one is in the state before this run.
      if (ending.kind !== "restarted") await this.#recover();
      return finish(all);
    }
    this.#journal.push({ ...entry, ambient: { ...entry.ambient, clock: ending.clock } });
    this.#onPhase({ phase: "ready" });
    return finish(outputs, ending);
  }

  /** Ends the run in progress at once; the state is then the one before it. */
  interrupt(): void {
    this.#active?.end(endError("interrupted"));
  }

  /** Gives up a replay that takes too long: the kernel starts empty. */
  declineReplay(): void {
    this.#active?.end(endError("restarted"));
  }

  /** Ends the worker and forgets everything that was run. */
  async restart(): Promise<void> {
    this.#journal = [];
    this.#executionCount = 0;
    this.#drop();
    this.#active?.end(endError("restarted"));
    await this.#ready();
  }

  /** Has a worker started before anybody runs anything. */
  async warm(): Promise<void> {
    await this.#ready();
  }

  /** Ends the worker for good. */
  close(): void {
    this.#drop();
    this.#active?.end(endError("restarted"));
    this.#onPhase({ phase: "cold" });
  }

  #drop(): void {
    this.#generation++;
    this.#connection?.close();
    this.#connection = undefined;
    this.#starting = undefined;
  }

  #ready(): Promise<Connection> {
    if (this.#connection) return Promise.resolve(this.#connection);
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<Connection> {
    const generation = ++this.#generation;
    this.#onPhase({ phase: "starting" });
    try {
      const connection = await this.#connect({
        message: (message) => generation === this.#generation && this.#receive(message),
        lost: (reason) => generation === this.#generation && this.#lose(reason),
      });
      if (generation !== this.#generation) {
        connection.close();
        return this.#ready();
      }
      this.#connection = connection;
      this.#starting = undefined;
      this.#onPhase({ phase: "ready" });
      return connection;
    } catch (error) {
      if (generation === this.#generation) {
        this.#starting = undefined;
        this.#onPhase({ phase: "broken", reason: error instanceof Error ? error.message : String(error) });
      }
      throw error;
    }
  }

  async #perform(
    connection: Connection,
    entry: JournalEntry,
    how: { replay: boolean; request?: RunRequest; onOutputs: (outputs: Output[]) => void },
  ): Promise<{ ending: EndedMessage | KernelError; outputs: Output[] }> {
    const runId = ++this.#runs;
    connection.busy(true);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const active: Active = { runId, outputs: [], onOutputs: how.onOutputs, end: () => {} };
    const ending = await new Promise<EndedMessage | KernelError>((resolve) => {
      active.end = resolve;
      this.#active = active;
      timer = setTimeout(() => resolve(endError("limit", entry.limit)), entry.limit * 1000);
      connection.post({
        type: "run",
        runId,
        cell: entry.cell,
        code: entry.code,
        prefixLength: entry.prefixLength,
        executionCount: entry.executionCount,
        ambient: entry.ambient,
        replay: how.replay,
        width: how.request?.width ?? 640,
        evaluate: [...(how.request?.evaluate ?? [])],
        inject: entry.inject,
        wantValue: how.request?.wantValue ?? false,
      });
    });
    clearTimeout(timer);
    if (this.#active === active) this.#active = undefined;
    connection.busy(false);
    return { ending, outputs: active.outputs };
  }

  /** A new worker, brought to the state of the journal. */
  async #recover(): Promise<void> {
    this.#drop();
    const connection = await this.#ready();
    const generation = this.#generation;
    const began = this.#now();
    const entries = [...this.#journal];
    for (const [done, entry] of entries.entries()) {
      const report = () =>
        this.#onPhase({
          phase: "replaying",
          done,
          total: entries.length,
          patient: this.#now() - began < REPLAY_PATIENCE,
        });
      report();
      const timer = setTimeout(report, Math.max(0, REPLAY_PATIENCE - (this.#now() - began)));
      const { ending } = await this.#perform(connection, entry, { replay: true, onOutputs: () => {} });
      clearTimeout(timer);
      if (generation !== this.#generation) return;
      if (ending instanceof KernelError) {
        // What could not be replayed once will not be replayed the next time: start empty, and say so by the counts.
        this.#journal = [];
        this.#drop();
        await this.#ready();
        break;
      }
    }
    this.#onPhase({ phase: "ready" });
  }

  #receive(raw: unknown): void {
    const parsed = fromKernelSchema.safeParse(raw);
    if (!parsed.success) {
      this.#lose("it sent something that is not of its protocol");
      return;
    }
    const message = parsed.data;
    const active = this.#active;
    switch (message.type) {
      case "ready":
        if (message.protocol !== PROTOCOL)
          this.#lose(`it speaks protocol ${message.protocol}, this page ${PROTOCOL}`);
        return;
      case "pong":
        return;
      case "outputs":
        if (message.runId !== active?.runId) return;
        active.outputs = appendOutputs(active.outputs, message.outputs.map(parseOutput));
        active.onOutputs(active.outputs);
        return;
      case "ended":
        if (message.runId === active?.runId) active.end(message);
        return;
      case "overrun":
        if (message.runId === active?.runId)
          active.end(new KernelError("limit", "OutputLimitError", message.message));
        return;
      default:
        message satisfies never;
    }
  }

  #lose(reason: string): void {
    if (this.#active) this.#active.end(endError("lost", undefined, reason));
    else void this.#recover();
  }
}
