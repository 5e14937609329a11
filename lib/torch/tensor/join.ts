import { RuntimeError } from "../errors";
import { copyInto } from "./convert";
import { withGradMode } from "./grad";
import { record } from "./make";
import { participantOf } from "./operand";
import { resultType } from "./promote";
import { showShape, wrapDim } from "./shape";
import { emptyStrided, type Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/**
 * Tensors put one after the other along an existing dimension.
 * @example
 * torch.cat([torch.tensor([0.5, 1, 2]), torch.tensor([1.5, 5, 3])]) // => tensor([0.5000, 1.0000, 2.0000, 1.5000, 5.0000, 3.0000])
 */
export function cat(tensors: readonly Tensor[], dim = 0): Tensor {
  const view = joined("cat", tensors, dim);
  const d = wrapDim("torch.cat", dim, view.shape.length);
  let end = 0;
  const pieces = tensors.map((tensor) => {
    const size = tensor.shape[d]!;
    const start = end;
    end += size;
    return (grad: Tensor) => grad.narrow(d, start, size);
  });
  return record("CatBackward0", tensors, view, pieces);
}

/**
 * Tensors of one shape put one after the other along a new dimension.
 * @example
 * torch.stack([torch.tensor([0.5, 1, 2]), torch.tensor([1.5, 5, 3])]) // => tensor([[0.5000, 1.0000, 2.0000],\n        [1.5000, 5.0000, 3.0000]])
 */
export function stack(tensors: readonly Tensor[], dim = 0): Tensor {
  const [first] = tensors;
  if (first === undefined) throw new RuntimeError("torch.stack", "stack expects a non-empty TensorList");
  tensors.forEach((tensor, i) => {
    if (showShape(tensor.shape) === showShape(first.shape)) return;
    throw new RuntimeError(
      "torch.stack",
      `stack expects each tensor to be equal size, but got ${showShape(first.shape)} at entry 0 and ${showShape(tensor.shape)} at entry ${i}`,
    );
  });
  const place = wrapDim("torch.stack", dim, first.ndim + 1);
  const rows = withGradMode(false, () => tensors.map((tensor) => tensor.unsqueeze(place)));
  const view = joined("stack", rows, place);
  return record(
    "StackBackward0",
    tensors,
    view,
    tensors.map((_, i) => (grad: Tensor) => grad.select(place, i)),
  );
}

function joined(name: string, tensors: readonly Tensor[], dim: number): Strided {
  const call = `torch.${name}`;
  const [first] = tensors;
  if (first === undefined) throw new RuntimeError(call, "expected a non-empty list of Tensors");
  if (tensors.some((tensor) => tensor.ndim === 0)) {
    throw new RuntimeError(call, "zero-dimensional tensor (at position 0) cannot be concatenated");
  }
  const d = wrapDim(call, dim, first.ndim);
  tensors.forEach((tensor, i) => {
    if (tensor.ndim !== first.ndim) {
      throw new RuntimeError(
        call,
        `Tensors must have same number of dimensions: got ${first.ndim} and ${tensor.ndim}`,
      );
    }
    const other = tensor.shape.findIndex((size, k) => k !== d && size !== first.shape[k]);
    if (other === -1) return;
    throw new RuntimeError(
      call,
      `Sizes of tensors must match except in dimension ${d}. Expected size ${first.shape[other]} but got size ${tensor.shape[other]} for tensor number ${i} in the list.`,
    );
  });
  const total = tensors.reduce((sum, tensor) => sum + tensor.shape[d]!, 0);
  const shape = first.shape.map((size, k) => (k === d ? total : size));
  const out = emptyStrided(shape, resultType(tensors.map(participantOf)));
  let start = 0;
  for (const tensor of tensors) {
    copyInto({ ...out, shape: tensor.shape, offset: start * out.strides[d]! }, tensor[STRIDED]);
    start += tensor.shape[d]!;
  }
  return out;
}
