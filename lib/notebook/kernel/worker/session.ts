/** One kernel's life: runs come in one at a time, each ends with exactly one `ended`. */
import { setAllocationLimit } from "@/lib/torch";
import { TENSOR_BYTES } from "../../limits";
import type { CellFunction, CellResult, CellRuntime } from "../../transpile";
import type { RunMessage, ToKernel } from "../protocol";
import type { WireValue } from "../wire";
import type { AmbientSource } from "./ambient";
import { toBundle } from "./bundle";
import type { Evaluator } from "./evaluator";
import { rememberCell, toFailure } from "./failure";
import { repair, type Snapshot } from "./intrinsics";
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
  runtime: CellRuntime;
  intrinsics: Snapshot;
  setFigureWidth(width: number): void;
};

type Evaluated = { evaluated: Record<string, string>; evaluationErrors: Record<string, string> };

export type Session = { handle(message: ToKernel): void };

export function createSession(parts: Parts): Session {
  const { transport, writer, ambient, timers, runtime, intrinsics } = parts;
  const { evaluate, load } = parts.evaluator;
  setAllocationLimit(TENSOR_BYTES);

  function evaluateAll(expressions: readonly string[]): Evaluated {
    const result: Evaluated = { evaluated: {}, evaluationErrors: {} };
    for (const expression of expressions) {
      try {
        result.evaluated[expression] = String(evaluate(`"use strict"; (${expression}\n)`));
      } catch (error) {
        const { ename, evalue } = toFailure(error);
        result.evaluationErrors[expression] = `${ename}: ${evalue}`;
      }
    }
    return result;
  }

  /** Lets every microtask that the cell left behind run out: an endless chain is part of the run, and meets its limit. */
  const settle = () => new Promise<void>((resolve) => void transport.later(resolve, 0));

  async function perform(run: RunMessage): Promise<CellResult | undefined> {
    for (const [name, value] of Object.entries(run.inject)) runtime.declare("let", name, fromWire(value));
    const cell = load(run.code, run.cell) as CellFunction;
    const result = await cell(runtime);
    await settle();
    return result;
  }

  async function handleRun(run: RunMessage): Promise<void> {
    writer.begin(run.runId, run.replay);
    ambient.begin(run.ambient, run.replay);
    rememberCell(run.cell, run.prefixLength);
    parts.setFigureWidth(run.width);
    let state: "done" | "failed" = "done";
    let result: CellResult | undefined;
    const fail = (thrown: unknown) => {
      const { ename, evalue, traceback } = toFailure(thrown);
      state = "failed";
      writer.error(ename, evalue, traceback);
    };
    let thrown: { error: unknown } | undefined;
    try {
      result = await perform(run);
    } catch (error) {
      thrown = { error };
    }
    timers.clear();
    // Mended before anything of ours runs on: describing an error or a value needs the built-ins too.
    const broken = repair(intrinsics);
    try {
      if (thrown) fail(thrown.error);
      else if (result && result.value !== undefined) writer.rich(toBundle(result.value), run.executionCount);
    } catch (error) {
      fail(error);
    }
    if (broken.length > 0) fail(brokenError(broken));
    const value = run.wantValue ? tryToWire(result?.value, fail) : undefined;
    const evaluated = evaluateAll(run.evaluate);
    writer.flush();
    transport.send({
      type: "ended",
      runId: run.runId,
      state,
      clock: ambient.readings(),
      ...evaluated,
      ...(value ? { value } : {}),
    });
  }

  return {
    handle(message) {
      switch (message.type) {
        case "run":
          void handleRun(message);
          return;
        case "ping":
          transport.send({ type: "pong", id: message.id });
          return;
        case "configure":
          setAllocationLimit(message.tensorBytes);
          return;
        default:
          message satisfies never;
      }
    },
  };
}

function tryToWire(value: unknown, fail: (thrown: unknown) => void): WireValue | undefined {
  try {
    return toWire(value);
  } catch (error) {
    fail(error);
    return undefined;
  }
}

function brokenError(names: string[]): Error {
  const shown = names.slice(0, 3).join(", ");
  const error = new Error(
    `This run changed the language's own ${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ""}. The notebook itself stands on them, so they were put back. Write a function of your own instead.`,
  );
  error.name = "BuiltInError";
  return error;
}
