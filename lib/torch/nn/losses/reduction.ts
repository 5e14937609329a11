import { ValueError } from "../../errors";
import type { Tensor } from "../../tensor";

/** What becomes of the losses of the elements: their mean (the default), their sum, or nothing. */
export type Reduction = "mean" | "sum" | "none";
/** The keyword that all losses have. */
export type ReductionOptions = { reduction?: Reduction };

/** What a loss with weights takes after its target: the weights by place or by name, the rest by name. */
export type WeightRest<Options> = [options?: Options] | [weight: Tensor | null, options?: Options];

/** Throws PyTorch's sentence unless a reduction is known. */
export function checkReduction(call: string, reduction: unknown): asserts reduction is Reduction {
  if (reduction === "mean" || reduction === "sum" || reduction === "none") return;
  throw new ValueError(
    call,
    `${String(reduction)} is not a valid value for reduction`,
    'write "mean", "sum" or "none"',
  );
}

/** The same of the losses that PyTorch computes in Python, which word it shorter. */
export function checkValid(call: string, reduction: unknown): asserts reduction is Reduction {
  if (reduction === "mean" || reduction === "sum" || reduction === "none") return;
  throw new ValueError(call, `${String(reduction)} is not valid`, 'write "mean", "sum" or "none"');
}

/** The losses of the elements, reduced. */
export function reduce(losses: Tensor, reduction: Reduction): Tensor {
  if (reduction === "none") return losses;
  return reduction === "sum" ? losses.sum() : losses.mean();
}

/** A shape as PyTorch's messages write it. */
export function showSize(tensor: Tensor): string {
  return `torch.Size([${tensor.shape.join(", ")}])`;
}
