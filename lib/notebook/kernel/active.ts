/** One run from the moment that it is asked for to its end, whoever brings that about. */
import type { Output } from "../model";
import { appendOutputs } from "../outputs/append";
import type { KernelError } from "./endings";
import type { EndedMessage } from "./protocol";

/** The worker's own word, or an ending from outside. */
export type Ending = EndedMessage | KernelError;

export type Active = {
  readonly runId: number;
  readonly isReplay: boolean;
  outputs: Output[];
  /** Resolves once; every later ending is ignored. */
  readonly ending: Promise<Ending>;
  end(ending: Ending): void;
  add(outputs: readonly Output[]): void;
};

export function createActive(options: {
  runId: number;
  isReplay: boolean;
  onOutputs: (outputs: Output[]) => void;
  /** What the learner reads instead of an output that the worker sent. */
  retell?: (output: Output) => Output;
}): Active {
  const { retell = (output) => output } = options;
  let end: (ending: Ending) => void = () => {};
  let isOver = false;
  const ending = new Promise<Ending>((resolve) => {
    end = resolve;
  });
  const active: Active = {
    runId: options.runId,
    isReplay: options.isReplay,
    outputs: [],
    ending,
    end(how) {
      isOver = true;
      end(how);
    },
    add(outputs) {
      if (isOver) return;
      active.outputs = appendOutputs(active.outputs, outputs.map(retell));
      options.onOutputs(active.outputs);
    },
  };
  return active;
}
