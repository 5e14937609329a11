import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { PairwiseDistance } from "../distances";
import { Loss } from "./base";
import {
  type DistanceFunction,
  type TripletDistanceOptions,
  type TripletOptions,
  triplet_margin_loss,
  triplet_margin_with_distance_loss,
} from "./triplets";

/**
 * An anchor is to be nearer to what is like it than to what is not; see `triplet_margin_loss`. Schroff, Kalenichenko & Philbin
 * 2015. Source: `torch.nn.TripletMarginLoss`.
 * @example
 * new nn.TripletMarginLoss()(torch.zeros(1, 2), torch.tensor([[3, 4]]), torch.tensor([[0, 5.5]])) // => tensor(0.5000)
 */
export class TripletMarginLoss extends Loss {
  readonly margin: number;
  readonly p: number;
  readonly eps: number;
  readonly swap: boolean;

  constructor(...given: Rest<[margin: number, p: number, eps: number, swap: boolean], TripletOptions>) {
    const bound = bindArguments<TripletOptions>("nn.TripletMarginLoss", given, {
      names: ["margin", "p", "eps", "swap"],
      only: ["reduction"],
    });
    const { margin = 1, p = 2, eps = 1e-6, swap = false, ...rest } = bound;
    super(rest);
    this.margin = margin;
    this.p = p;
    this.eps = eps;
    this.swap = swap;
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { margin, p, eps, swap, reduction } = this;
    return triplet_margin_loss(anchor, positive, negative, { margin, p, eps, swap, reduction });
  }
}

/**
 * The same with a distance of one's own, a function or a module: `nn.PairwiseDistance` unless given.
 * Source: `torch.nn.TripletMarginWithDistanceLoss`.
 * @example
 * new nn.TripletMarginWithDistanceLoss() // => TripletMarginWithDistanceLoss(\n  (distance_function): PairwiseDistance()\n)
 */
export class TripletMarginWithDistanceLoss extends Loss {
  distance_function: DistanceFunction;
  readonly margin: number;
  readonly swap: boolean;

  constructor(options: TripletDistanceOptions = {}) {
    const call = "nn.TripletMarginWithDistanceLoss";
    const bound = bindArguments<TripletDistanceOptions>(call, [options], {
      names: [],
      only: ["distance_function", "margin", "swap", "reduction"],
    });
    const { distance_function = null, margin = 1, swap = false, ...rest } = bound;
    super(rest);
    this.distance_function = distance_function ?? new PairwiseDistance();
    this.margin = margin;
    this.swap = swap;
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distance_function, margin, swap, reduction } = this;
    return triplet_margin_with_distance_loss(anchor, positive, negative, {
      distance_function,
      margin,
      swap,
      reduction,
    });
  }
}
