import { RuntimeError } from "../errors";
import { bindCall, isTensor, showShape, type Tensor, typeName } from "../tensor";

const CALL = "torch.linalg.multi_dot";

function fail(sentence: string): never {
  throw new RuntimeError(CALL, `multi_dot(): ${sentence}`);
}

/** The matrices, the first and last of which may be vectors, and the shape of the result. */
function toMatrices(tensors: readonly Tensor[]): { matrices: Tensor[]; shape: number[] } {
  if (tensors.length < 2) fail(`expected at least 2 tensors but got ${tensors.length}`);
  const matrices = [...tensors];
  const shape: number[] = [];
  tensors.forEach((tensor, i) => {
    if (!isTensor(tensor)) fail(`expected Tensor as element ${i}, but got ${typeName(tensor)}`);
    const isEnd = i === 0 || i === tensors.length - 1;
    if (isEnd && tensor.ndim !== 1 && tensor.ndim !== 2) {
      fail(`the ${i === 0 ? "first" : "last"} tensor must be 1D or 2D but got ${tensor.ndim}D`);
    }
    if (!isEnd && tensor.ndim !== 2) fail(`tensor ${i} must be 2D but got ${tensor.ndim}D`);
    const [first] = tensors as [Tensor];
    if (tensor.dtype !== first.dtype) {
      fail(
        `all tensors must have be the same dtype but tensor 0 is ${first.dtype.scalarName} and tensor ${i} ${tensor.dtype.scalarName}`,
      );
    }
  });
  const last = tensors.length - 1;
  if (tensors[0]!.ndim === 1) matrices[0] = tensors[0]!.unsqueeze(0);
  else shape.push(tensors[0]!.shape[0]!);
  if (tensors[last]!.ndim === 1) matrices[last] = tensors[last]!.unsqueeze(-1);
  else shape.push(tensors[last]!.shape[1]!);
  for (let i = 1; i < matrices.length; i++) {
    const [a, b] = [matrices[i - 1]!, matrices[i]!];
    if (a.shape[1] === b.shape[0]) continue;
    fail(
      `tensors ${i - 1} and ${i} with shapes ${showShape(a.shape)} and ${showShape(b.shape)} cannot be multiplied`,
    );
  }
  return { matrices, shape };
}

/** Where to cut the chain from i to j so that the multiplications are fewest. */
function planCuts(matrices: readonly Tensor[]): number[][] {
  const n = matrices.length;
  const sizes = [...matrices.map((matrix) => matrix.shape[0]!), matrices[n - 1]!.shape[1]!];
  const costs = matrices.map(() => new Array<number>(n).fill(0));
  const cuts = matrices.map(() => new Array<number>(n).fill(0));
  for (let length = 1; length < n; length++) {
    for (let i = 0; i + length < n; i++) {
      const j = i + length;
      costs[i]![j] = Number.POSITIVE_INFINITY;
      for (let k = i; k < j; k++) {
        const cost = costs[i]![k]! + costs[k + 1]![j]! + sizes[i]! * sizes[k + 1]! * sizes[j + 1]!;
        if (cost >= costs[i]![j]!) continue;
        costs[i]![j] = cost;
        cuts[i]![j] = k;
      }
    }
  }
  return cuts;
}

/**
 * The product of several matrices in the order that costs the fewest multiplications; the first and the last may be
 * vectors. Errors: `multi_dot(): expected at least 2 tensors but got 1`. Source: `torch.linalg.multi_dot`.
 * @example
 * torch.linalg.multi_dot([torch.ones(1, 2), torch.ones(2, 3), torch.ones(3, 1)]) // => tensor([[6.]])
 */
export function multi_dot(tensors: readonly Tensor[]): Tensor {
  if (!Array.isArray(tensors)) bindCall(CALL, [tensors], { tensors: "tuple of Tensors" });
  const { matrices, shape } = toMatrices(tensors);
  const cuts = planCuts(matrices);
  const multiply = (i: number, j: number): Tensor => {
    if (i === j) return matrices[i]!;
    const cut = cuts[i]![j]!;
    return multiply(i, cut).mm(multiply(cut + 1, j));
  };
  return multiply(0, matrices.length - 1).view(shape);
}
