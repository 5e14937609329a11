import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { showShape, type Tensor, where } from "../../tensor";
import { checkReduction, type ReductionOptions, reduce, showSize } from "./reduction";

/** Keywords of the losses with a margin. */
export type MarginOptions = ReductionOptions & { margin?: number };
/** What they take after their tensors. */
export type MarginRest = [margin: number, options?: ReductionOptions] | [options?: MarginOptions];

function bindMargin(call: string, given: MarginRest, initial: number): Required<MarginOptions> {
  const bound = bindArguments<MarginOptions>(call, given, { names: ["margin"], only: ["reduction"] });
  const { margin = initial, reduction = "mean" } = bound;
  checkReduction(call, reduction);
  return { margin, reduction };
}

/** Added to the squared lengths, so that zero vectors have a direction to divide by. */
const EPSILON = 1e-12;

function checkRanks(call: string, [input1, input2, target]: readonly [Tensor, Tensor, Tensor]): void {
  const rank = target.ndim;
  if (rank > 1) {
    throw new RuntimeError(call, "0D or 1D target tensor expected, multi-target not supported");
  }
  if (input1.ndim === rank + 1 && input2.ndim === rank + 1) return;
  throw new RuntimeError(
    call,
    `${rank}D target tensor expects ${rank + 1}D input tensors, but found inputs with sizes ${showShape(input1.shape)} and ${showShape(input2.shape)}.`,
  );
}

/**
 * `1 - cos(x1, x2)` where the target is 1, and `max(0, cos(x1, x2) - margin)` where it is -1. Shapes: (N, D), (N, D), (N), or
 * (D), (D), (). Errors: other ranks. Source: `torch.nn.functional.cosine_embedding_loss`.
 * @example
 * F.cosine_embedding_loss(torch.tensor([[3, 4.5]]), torch.tensor([[1, 0.5]]), torch.tensor([1])) // => tensor(0.1318)
 */
export function cosine_embedding_loss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  ...given: MarginRest
): Tensor {
  const call = "nn.functional.cosine_embedding_loss";
  const { margin, reduction } = bindMargin(call, given, 0);
  checkRanks(call, [input1, input2, target]);
  const dim = target.ndim;
  const square = (x: Tensor) => x.mul(x).sum(dim).add(EPSILON);
  const cosine = input1
    .mul(input2)
    .sum(dim)
    .div(square(input1).mul(square(input2)).sqrt());
  const alike = where(target.eq(1), cosine.neg().add(1), 0);
  const unlike = where(target.eq(-1), cosine.sub(margin).clamp_min(0), 0);
  return reduce(alike.add(unlike), reduction);
}

/**
 * The input, a distance, where the target is 1, and `max(0, margin - input)` where it is -1.
 * Source: `torch.nn.functional.hinge_embedding_loss`.
 * @example
 * F.hinge_embedding_loss(torch.tensor([0.5, 0.25]), torch.tensor([1, -1])) // => tensor(0.6250)
 */
export function hinge_embedding_loss(input: Tensor, target: Tensor, ...given: MarginRest): Tensor {
  const { margin, reduction } = bindMargin("nn.functional.hinge_embedding_loss", given, 1);
  const far = where(target.ne(1), input.neg().add(margin).clamp_min(0), 0);
  const near = where(target.ne(-1), input, 0);
  return reduce(far.add(near), reduction);
}

/**
 * `max(0, -target · (input1 - input2) + margin)`: a target of 1 asks that the first be the larger. Errors: inputs of different
 * ranks. Source: `torch.nn.functional.margin_ranking_loss`.
 * @example
 * F.margin_ranking_loss(torch.tensor([0.5, 2]), torch.tensor([1, 1.5]), torch.tensor([1, 1])) // => tensor(0.2500)
 */
export function margin_ranking_loss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  ...given: MarginRest
): Tensor {
  const call = "nn.functional.margin_ranking_loss";
  const { margin, reduction } = bindMargin(call, given, 0);
  if (input1.ndim !== input2.ndim || input1.ndim !== target.ndim) {
    throw new RuntimeError(
      call,
      `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${showSize(input1)}, input2: ${showSize(input2)}, target: ${showSize(target)} `,
    );
  }
  return reduce(target.neg().mul(input1.sub(input2)).add(margin).clamp_min(0), reduction);
}
