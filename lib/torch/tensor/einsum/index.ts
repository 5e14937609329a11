import { TypeMismatch, ValueError } from "../../errors";
import { isTensor, typeName } from "../operand";
import { numelOf } from "../strided";
import type { Tensor } from "../tensor";
import { align, type Census, planLayout } from "./align";
import { readEquation } from "./equation";

/** The product of two aligned operands, summed over `dims`, which stay with size 1: one batch of matrix products. */
function contractPair(a: Tensor, b: Tensor, dims: readonly number[]): Tensor {
  if (dims.length === 0) return a.mul(b);
  const [both, left, right]: [number[], number[], number[]] = [[], [], []];
  for (let d = 0; d < a.ndim; d++) {
    if (dims.includes(d)) continue;
    const [inA, inB] = [a.shape[d] !== 1, b.shape[d] !== 1];
    (inA && inB ? both : inA ? left : right).push(d);
  }
  const sizes = (tensor: Tensor, list: readonly number[]) => list.map((d) => tensor.shape[d]!);
  const count = numelOf(sizes(a, both));
  const rows = numelOf(sizes(a, left));
  const columns = numelOf(sizes(b, right));
  const k = numelOf(sizes(a, dims));
  const first = a.permute([...both, ...left, ...dims, ...right]).reshape(count, rows, k);
  const second = b.permute([...both, ...dims, ...right, ...left]).reshape(count, k, columns);
  const shape = [...sizes(a, both), ...sizes(a, left), ...dims.map(() => 1), ...sizes(b, right)];
  const order = [...both, ...left, ...dims, ...right];
  return first
    .bmm(second)
    .view(shape)
    .permute(order.map((_, d) => order.indexOf(d)));
}

/** Multiplies the first two operands, and sums over what no later one needs. */
function contractNext(
  [first, second]: readonly [Tensor, Tensor],
  { counts }: Census,
  inResult: number,
): Tensor {
  const [together, inFirst, inSecond]: [number[], number[], number[]] = [[], [], []];
  for (let d = inResult; d < first.ndim; d++) {
    if (first.shape[d] !== 1 && second.shape[d] !== 1) {
      counts[d] = counts[d]! - 1;
      if (counts[d] === 1) together.push(d);
      if (counts[d] === 1) counts[d] = 0;
    } else if (counts[d] === 1) {
      const own = first.shape[d] !== 1 ? inFirst : second.shape[d] !== 1 ? inSecond : null;
      own?.push(d);
      if (own !== null) counts[d] = 0;
    }
  }
  const a = inFirst.length > 0 ? first.sum(inFirst, true) : first;
  const b = inSecond.length > 0 ? second.sum(inSecond, true) : second;
  return contractPair(a, b, together);
}

/**
 * Sums of products in Einstein's notation: a letter for each dimension; letters that the result lacks are summed over.
 * A letter that comes twice in one operand takes its diagonal, `...` stands for any dimensions, which are broadcast, and
 * without an arrow the result has the letters that come once, in alphabetical order. Pairs of operands are multiplied
 * from left to right by `bmm`. Errors: `einsum(): …`. Source: `torch.einsum`.
 * @example
 * torch.einsum("ij,jk->ik", torch.tensor([[1, 2], [3, 4]]), torch.tensor([[1], [1]])) // => tensor([[3],\n        [7]])
 */
export function einsum(
  equation: string,
  ...operands: readonly Tensor[] | readonly [readonly Tensor[]]
): Tensor {
  const call = "torch.einsum";
  const tensors = (Array.isArray(operands[0]) ? operands[0] : operands) as readonly Tensor[];
  if (tensors.length === 0) {
    throw new ValueError(
      call,
      "einsum(): must specify the equation string and at least one operand, or at least one operand and its subscripts list",
    );
  }
  const stranger = tensors.find((tensor) => !isTensor(tensor));
  if (stranger !== undefined) {
    throw new TypeMismatch(call, `expected Tensor as an operand, but got ${typeName(stranger)}`);
  }
  const read = readEquation(equation, tensors.length);
  const layout = planLayout(
    read,
    tensors.map((tensor) => tensor.shape),
  );
  const census = {
    sizes: new Array<number>(layout.total).fill(1),
    counts: new Array<number>(layout.total).fill(0),
  };
  const aligned = tensors.map((tensor, position) =>
    align(tensor, { labels: read.operands[position]!, position }, layout, census),
  );
  const { inResult, total } = layout;
  const result = aligned.reduce((first, second) => contractNext([first, second], census, inResult));
  if (total === inResult) return result;
  if (tensors.length > 1) return result.view(result.shape.slice(0, inResult));
  return result.sum(Array.from({ length: total - inResult }, (_, i) => inResult + i));
}
