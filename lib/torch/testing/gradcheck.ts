/** Compares gradients with finite differences, in float64. */
import torch, { type Tensor } from "..";

/** A function of tensors whose gradients are checked. */
export type Differentiable = (...inputs: Tensor[]) => Tensor;

const STEP = 1e-6;

function weightedSum(output: Tensor): Tensor {
  // Weights that differ, so that gradients which went to the wrong place show.
  const weights = torch.arange(output.numel(), { dtype: torch.float64 }).mul(0.37).cos().add(1.5);
  return output.mul(weights.view(output.shape)).sum();
}

/** The largest difference between the gradients of `f` and central differences, relative to 1 + |gradient|. */
export function gradientError(f: Differentiable, inputs: readonly Tensor[]): number {
  const leaves = inputs.map((input) => input.clone().requires_grad_());
  weightedSum(f(...leaves)).backward();
  let worst = 0;
  leaves.forEach((leaf, k) => {
    const given = leaf.grad === null ? new Float64Array(leaf.numel()) : leaf.grad.toTypedArray();
    for (let i = 0; i < leaf.numel(); i++) {
      const shifted = (by: number) => {
        const values = inputs.map((input) => input.clone());
        const flat = values[k]!.view(-1);
        flat.set(i, flat.at(i).item() + by);
        return torch.no_grad(() => weightedSum(f(...values)).item());
      };
      const slope = (shifted(STEP) - shifted(-STEP)) / (2 * STEP);
      const error = Math.abs(Number(given[i]) - slope) / (1 + Math.abs(slope));
      worst = Math.max(worst, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
    }
  });
  return worst;
}
