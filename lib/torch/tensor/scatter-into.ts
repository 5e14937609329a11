import { RuntimeError } from "../errors";
import { copyInto } from "./convert";
import { makeTensor, record } from "./make";
import { emptyAlike } from "./ops/elementwise";
import { showShape } from "./shape";
import { emptyStrided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

type Into = {
  readonly call: string;
  readonly node: string;
  /** Takes the view that the values are written to. */
  readonly step: (source: Tensor) => Tensor;
};

/** A copy of a tensor in which a view, taken by `step`, holds the values of another. */
export function scatterInto(tensor: Tensor, src: Tensor, into: Into): Tensor {
  const own = tensor[STRIDED];
  const copy = emptyAlike(own, own.dtype);
  copyInto(copy, own);
  const target = into.step(makeTensor(copy))[STRIDED];
  if (showShape(target.shape) !== showShape(src.shape)) {
    throw new RuntimeError(
      into.call,
      `expected src to have a size equal to the slice of self. src size = ${showShape(src.shape)}, slice size = ${showShape(target.shape)}`,
    );
  }
  copyInto(target, src[STRIDED]);
  return record(into.node, [tensor, src], copy, [
    (grad) => scatterInto(grad, makeTensor(emptyStrided(src.shape, grad.dtype)), into),
    into.step,
  ]);
}
