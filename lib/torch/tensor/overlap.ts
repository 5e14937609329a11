import { copyOf } from "./convert";
import type { ViewPath } from "./grad";
import { makeWalk, runWalk } from "./iterate";
import { makeTensor, record } from "./make";
import { allocate } from "./storage";
import { emptyStrided, type Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** Adds values to a view in which an element may come more than once. */
function addInto(view: Strided, values: Strided): void {
  const to = view.storage.data as Float32Array | Float64Array;
  const from = values.storage.data as Float32Array | Float64Array;
  const walk = makeWalk(view.shape, [view.strides, values.strides]);
  runWalk(walk, [view.offset, values.offset], ([t, v], [st, sv], count) => {
    for (let k = 0; k < count; k++) to[t! + k * st!] = to[t! + k * st!]! + from[v! + k * sv!]!;
  });
}

/** The derivative of `unfold`: zeros to which the gradient of each window is added in its place. */
export function foldBack(grad: Tensor, shape: readonly number[], step: ViewPath["step"]): Tensor {
  const whole = emptyStrided(shape, grad.dtype);
  addInto(step(makeTensor(whole))[STRIDED], grad[STRIDED]);
  return record("UnfoldBackwardBackward0", [grad], whole, [step]);
}

/**
 * The derivative of `as_strided`: gradients are added in a storage like that of the source, and read back as the source
 * reads its own. Its own derivative holds for sources that are row-major.
 */
export function stridedBack(
  grad: Tensor,
  source: Strided,
  { view, step }: { view: Strided; step: ViewPath["step"] },
): Tensor {
  const storage = allocate(grad.dtype, source.storage.data.length);
  addInto({ ...view, storage }, grad[STRIDED]);
  return record("AsStridedBackwardBackward0", [grad], copyOf({ ...source, storage }), [step]);
}
