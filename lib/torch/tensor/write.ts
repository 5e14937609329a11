import { RuntimeError } from "../errors";
import { checkInPlace, GradFn, isGradEnabled } from "./grad";
import { isTensor, type Operand } from "./operand";
import { showShape } from "./shape";
import type { Strided } from "./strided";
import { HISTORY, STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

type Write = {
  readonly call: string;
  /** PyTorch's name of the node that the write leaves as history. */
  readonly node: string;
  /** The other operands, whose history the written tensor takes over. */
  readonly inputs?: readonly Operand[];
  /** Whether it may write to a tensor whose elements share memory. */
  readonly allowsOverlap?: boolean;
};

function hasOverlap({ shape, strides }: Strided): boolean {
  return shape.some((size, d) => size > 1 && strides[d] === 0);
}

/** Writes to `target` in place: checks that it may be written to, counts the version, keeps the history. */
export function writeInPlace(
  target: Tensor,
  { call, node, inputs = [], allowsOverlap = false }: Write,
  write: (view: Strided) => void,
): Tensor {
  checkInPlace(call, target);
  const view = target[STRIDED];
  if (!allowsOverlap && hasOverlap(view)) {
    throw new RuntimeError(
      call,
      "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.",
      `shape ${showShape(view.shape)} with strides ${showShape(view.strides)}`,
    );
  }
  write(view);
  const history = target[HISTORY];
  history.version.value++;
  const records =
    isGradEnabled() && [target, ...inputs].some((input) => isTensor(input) && input.requires_grad);
  if (!records) return target;
  history.requiresGrad = true;
  history.gradFn = new GradFn(history.base === null ? node : "AsStridedBackward0");
  if (history.base !== null) {
    history.base[HISTORY].requiresGrad = true;
    history.base[HISTORY].gradFn = new GradFn("CopySlices");
  }
  return target;
}

/** Throws unless what was computed has the shape of the tensor into which it is written. */
export function checkWritable(call: string, target: readonly number[], computed: readonly number[]): void {
  if (target.length === computed.length && target.every((size, d) => size === computed[d])) return;
  throw new RuntimeError(
    call,
    `output with shape ${showShape(target)} doesn't match the broadcast shape ${showShape(computed)}`,
    "an in-place operation cannot grow its tensor",
  );
}
