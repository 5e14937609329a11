import { checkKeywords } from "../arguments";
import { RuntimeError, TypeMismatch } from "../errors";
import { copyInto } from "./convert";
import type { DType } from "./dtype";
import { withGradMode } from "./grad";
import { record } from "./make";
import { participantOf, typeName } from "./operand";
import { resultType } from "./promote";
import { showShape, wrapDim } from "./shape";
import { emptyStrided, type Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** The dimension along which tensors are joined, as a number or a keyword; 0 unless given. */
export type JoinDim = number | { readonly dim?: number };

function toDim(name: string, given: JoinDim): number {
  if (typeof given === "number") return given;
  checkKeywords(`torch.${name}`, given, ["dim"]);
  return given.dim ?? 0;
}

/** PyTorch's old rule: an empty vector joins with anything. */
function isNothing(tensor: Tensor): boolean {
  return tensor.ndim === 1 && tensor.shape[0] === 0;
}

/**
 * Tensors put one after the other along an existing dimension.
 * @example
 * torch.cat([torch.tensor([0.5, 1, 2]), torch.tensor([1.5, 5, 3])]) // => tensor([0.5000, 1.0000, 2.0000, 1.5000, 5.0000, 3.0000])
 */
export function cat(tensors: readonly Tensor[], along: JoinDim = 0): Tensor {
  const dim = toDim("cat", along);
  checkList("cat", tensors);
  const some = tensors.filter((tensor) => !isNothing(tensor));
  const dtype = resultType(tensors.map(participantOf));
  const view = joined("cat", some.length > 0 ? some : tensors, dim, dtype);
  const d = wrapDim("torch.cat", dim, view.shape.length);
  let end = 0;
  const pieces = tensors.map((tensor) => {
    if (isNothing(tensor)) return null;
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
export function stack(tensors: readonly Tensor[], along: JoinDim = 0): Tensor {
  const dim = toDim("stack", along);
  checkList("stack", tensors);
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
  const view = joined("stack", rows, place, resultType(tensors.map(participantOf)));
  return record(
    "StackBackward0",
    tensors,
    view,
    tensors.map((_, i) => (grad: Tensor) => grad.select(place, i)),
  );
}

function checkList(name: string, tensors: unknown): void {
  if (Array.isArray(tensors)) return;
  throw new TypeMismatch(
    `torch.${name}`,
    `${name}(): argument 'tensors' (position 1) must be tuple of Tensors, not ${typeName(tensors)}`,
    `write torch.${name}([a, b])`,
  );
}

function joined(name: string, tensors: readonly Tensor[], dim: number, dtype: DType): Strided {
  const call = `torch.${name}`;
  const [first] = tensors;
  if (first === undefined) throw new RuntimeError(call, "torch.cat(): expected a non-empty list of Tensors");
  const flat = tensors.findIndex((tensor) => tensor.ndim === 0);
  if (flat !== -1) {
    throw new RuntimeError(call, `zero-dimensional tensor (at position ${flat}) cannot be concatenated`);
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
  const out = emptyStrided(shape, dtype);
  let start = 0;
  for (const tensor of tensors) {
    copyInto({ ...out, shape: tensor.shape, offset: start * out.strides[d]! }, tensor[STRIDED]);
    start += tensor.shape[d]!;
  }
  return out;
}
