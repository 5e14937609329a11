import { RuntimeError } from "../errors";
import { saving } from "./derivatives";
import { withGradMode } from "./grad";
import { stack } from "./join";
import { record } from "./make";
import { broadcastShapes, showShape, wrapDim } from "./shape";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

function components(tensor: Tensor, dim: number): [Tensor, Tensor, Tensor] {
  return [tensor.select(dim, 0), tensor.select(dim, 1), tensor.select(dim, 2)];
}

function crossed(a: Tensor, b: Tensor, dim: number): Tensor {
  const [a0, a1, a2] = components(a, dim);
  const [b0, b1, b2] = components(b, dim);
  const parts = [a1.mul(b2).sub(a2.mul(b1)), a2.mul(b0).sub(a0.mul(b2)), a0.mul(b1).sub(a1.mul(b0))];
  return stack(parts, dim);
}

/** The vector product of the vectors of three that lie along a dimension; the two tensors are broadcast. */
export function linalgCross(call: string, a: Tensor, b: Tensor, dim: number): Tensor {
  if (a.ndim !== b.ndim) {
    throw new RuntimeError(call, "linalg.cross: inputs must have the same number of dimensions.");
  }
  const d = wrapDim(call, dim, a.ndim);
  if (a.shape[d] !== 3 || b.shape[d] !== 3) {
    throw new RuntimeError(
      call,
      `linalg.cross: inputs dimension ${dim} must have length 3. Got ${a.shape[d]} and ${b.shape[d]}`,
    );
  }
  const shape = broadcastShapes(call, [a.shape, b.shape]);
  const [x, y] = [a.detach().expand(shape), b.detach().expand(shape)];
  const product = withGradMode(false, () => crossed(x, y, d));
  return record("LinalgCrossBackward0", [a, b], product[STRIDED], [
    saving([b], (grad, b) => linalgCross(call, b, grad, d)),
    saving([a], (grad, a) => linalgCross(call, grad, a, d)),
  ]);
}

/** `linalg.cross` along the first dimension of size 3 where none is named. */
export function cross(call: string, a: Tensor, b: Tensor, dim: number | undefined): Tensor {
  if (dim !== undefined) return linalgCross(call, a, b, dim);
  const found = a.shape.indexOf(3);
  if (found === -1) {
    throw new RuntimeError(call, "no dimension of size 3 in input", `got shape ${showShape(a.shape)}`);
  }
  return linalgCross(call, a, b, found);
}
