import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { pairwise_distance, type Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { checkReduction, type ReductionOptions, reduce } from "./reduction";

/** Keywords of `triplet_margin_loss`. */
export type TripletOptions = ReductionOptions & { margin?: number; p?: number; eps?: number; swap?: boolean };
/** How far two batches are apart, row by row. */
export type DistanceFunction = (x1: Tensor, x2: Tensor) => Tensor;
/** Keywords of `triplet_margin_with_distance_loss`. */
export type TripletDistanceOptions = ReductionOptions & {
  distance_function?: DistanceFunction | null;
  margin?: number;
  swap?: boolean;
};

/**
 * `max(0, margin + d(anchor, positive) - d(anchor, negative))` for the distance `pairwise_distance` with p and eps. `swap` takes
 * d(positive, negative) where that is less. Errors: inputs of different ranks. Balntas et al. 2016.
 * Source: `torch.nn.functional.triplet_margin_loss`.
 * @example
 * F.triplet_margin_loss(torch.zeros(1, 2), torch.tensor([[3, 4]]), torch.tensor([[0, 5.5]])) // => tensor(0.5000)
 */
export function triplet_margin_loss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  ...given: Rest<[margin: number, p: number, eps: number, swap: boolean], TripletOptions>
): Tensor {
  const call = "nn.functional.triplet_margin_loss";
  const bound = bindArguments<TripletOptions>(call, given, {
    names: ["margin", "p", "eps", "swap"],
    only: ["reduction"],
  });
  const { margin = 1, p = 2, eps = 1e-6, swap = false, reduction = "mean" } = bound;
  checkReduction(call, reduction);
  const ranks = [anchor.ndim, positive.ndim, negative.ndim];
  if (new Set(ranks).size > 1) {
    throw new RuntimeError(
      call,
      `All inputs should have same dimension but got ${ranks[0]}D, ${ranks[1]}D and ${ranks[2]}D inputs.`,
    );
  }
  const distance = (x1: Tensor, x2: Tensor) => pairwise_distance(x1, x2, p, eps);
  const near = distance(anchor, positive);
  const far = farther(distance, { anchor, positive, negative, swap });
  return reduce(near.add(margin).sub(far).clamp_min(0), reduction);
}

type Far = { anchor: Tensor; positive: Tensor; negative: Tensor; swap: boolean };

function farther(distance: DistanceFunction, { anchor, positive, negative, swap }: Far): Tensor {
  const far = distance(anchor, negative);
  return swap ? far.minimum(distance(positive, negative)) : far;
}

/**
 * `triplet_margin_loss` with a distance of one's own, `pairwise_distance` unless given.
 * Source: `torch.nn.functional.triplet_margin_with_distance_loss`.
 * @example
 * F.triplet_margin_with_distance_loss(torch.zeros(1, 2), torch.tensor([[3, 4]]), torch.tensor([[0, 5.5]]), { distance_function: (a, b) => a.sub(b).abs().sum(1) }) // => tensor(2.5000)
 */
export function triplet_margin_with_distance_loss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  options: TripletDistanceOptions = {},
): Tensor {
  const call = "nn.functional.triplet_margin_with_distance_loss";
  const bound = bindArguments<TripletDistanceOptions>(call, [options], {
    names: [],
    only: ["distance_function", "margin", "swap", "reduction"],
  });
  const { margin = 1, swap = false, reduction = "mean" } = bound;
  const distance = bound.distance_function ?? ((x1: Tensor, x2: Tensor) => pairwise_distance(x1, x2));
  const near = distance(anchor, positive);
  const far = farther(distance, { anchor, positive, negative, swap });
  checkReduction(call, reduction);
  return reduce(near.sub(far).add(margin).clamp({ min: 0 }), reduction);
}
