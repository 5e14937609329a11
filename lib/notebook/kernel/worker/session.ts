/** One kernel's life: runs come in one at a time, each ends with exactly one `ended`, or with the word that the realm is past mending. */
import { setAllocationLimit } from "@/lib/torch";
import { TENSOR_BYTES, TEXT_LENGTH } from "../../limits";
import type { CellFunction } from "../../transpile";
import type { RunMessage, ToKernel } from "../protocol";
import type { WireValue } from "../wire";
import type { AmbientSource } from "./ambient";
import { toBundle } from "./bundle";
import type { CellConsole } from "./console";
import { BrokenRealm, mend } from "./damage";
import type { Evaluator } from "./evaluator";
import { rememberCell, toFailure } from "./failure";
import type { Snapshot } from "./intrinsics";
import { native, nextTurn } from "./promises";
import type { KernelRuntime } from "./runtime";
import type { Timers } from "./timers";
import type { Transport } from "./transport";
import { fromWire, toWire } from "./wire";
import type { Writer } from "./writer";

export type Parts = {
  transport: Transport;
  writer: Writer;
  ambient: AmbientSource;
  evaluator: Evaluator;
  timers: Timers;
  cellConsole: CellConsole;
  runtime: KernelRuntime;
  intrinsics: Snapshot;
  setFigureWidth(width: number): void;
  setPlotScript(script: string): void;
};

/** What a cell left: the box round its value, or what it threw. */
type Outcome = { value?: unknown; thrown?: { error: unknown } };
type Fail = (thrown: unknown) => void;

export type Session = { handle(message: ToKernel): void };

export function createSession(parts: Parts): Session {
  const { transport, writer, ambient, timers, runtime, intrinsics } = parts;
  const { evaluate, load } = parts.evaluator;
  setAllocationLimit(TENSOR_BYTES);

  function evaluateAll(expressions: readonly string[]) {
    const result = {
      evaluated: {} as Record<string, string>,
      evaluationErrors: {} as Record<string, string>,
    };
    for (const expression of expressions) {
      try {
        const text = String(evaluate(`"use strict"; (${expression}\n)`));
        if (text.length > TEXT_LENGTH) throw new RangeError(`its text has ${text.length} characters`);
        result.evaluated[expression] = text;
      } catch (error) {
        const { ename, evalue } = toFailure(error);
        result.evaluationErrors[expression] = `${ename}: ${evalue}`;
      }
    }
    return result;
  }

  async function perform(run: RunMessage): Promise<Outcome> {
    const outcome: Outcome = { __proto__: null } as Outcome;
    try {
      for (const [name, value] of Object.entries(run.inject)) runtime.declare("let", name, fromWire(value));
      const cell = load(run.code, run.cell) as CellFunction;
      const result = await native(cell(runtime));
      if (result) outcome.value = result.value;
      // Every microtask that the cell left behind runs out: an endless chain is part of the run, and meets its limit.
      await nextTurn(transport);
    } catch (error) {
      outcome.thrown = { error };
    }
    return outcome;
  }

  /** Shows what a run left. A value's own hook, a getter or a `toString` may be called here: this too is the learner's code. */
  function present(run: RunMessage, outcome: Outcome, fail: Fail) {
    let value: WireValue | undefined;
    try {
      if (outcome.thrown) fail(outcome.thrown.error);
      else if (outcome.value !== undefined) writer.rich(toBundle(outcome.value), run.executionCount);
      if (run.wantValue) value = toWire(outcome.value);
    } catch (error) {
      fail(error);
    }
    return { ...evaluateAll(run.evaluate), ...(value ? { value } : {}) };
  }

  async function handleRun(run: RunMessage): Promise<void> {
    // Something may still have gone on after the last run had ended.
    mend(intrinsics);
    writer.begin(run.runId, run.replay);
    parts.cellConsole.begin();
    ambient.begin(run.ambient, run.replay);
    rememberCell(run.cell, run.prefixLength);
    runtime.begin();
    parts.setFigureWidth(run.width);
    let state: "done" | "failed" = "done";
    const fail: Fail = (thrown) => {
      const { ename, evalue, traceback } = toFailure(thrown);
      state = "failed";
      writer.error(ename, evalue, traceback);
    };
    const outcome = await native(perform(run));
    // Mended before anything of ours runs on: describing an error or a value needs the built-ins too.
    const broken = mend(intrinsics);
    const shown = present(run, outcome, fail);
    await nextTurn(transport);
    timers.clear();
    const brokenLater = mend(intrinsics);
    if (broken ?? brokenLater) fail(broken ?? brokenLater);
    writer.flush();
    transport.send({ type: "ended", runId: run.runId, state, clock: ambient.readings(), ...shown });
  }

  async function handleSafely(run: RunMessage): Promise<void> {
    try {
      await native(handleRun(run));
    } catch (error) {
      const message =
        error instanceof BrokenRealm ? error.message : `The kernel itself failed: ${toFailure(error).evalue}`;
      transport.send({ type: "broken", runId: run.runId, message });
    }
  }

  return {
    handle(message) {
      switch (message.type) {
        case "run":
          void handleSafely(message);
          return;
        case "ping":
          transport.send({ type: "pong", id: message.id });
          return;
        case "configure":
          setAllocationLimit(message.tensorBytes);
          return;
        case "plot":
          parts.setPlotScript(message.script);
          return;
        default:
          message satisfies never;
      }
    },
  };
}
