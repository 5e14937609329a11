import {
  cosine_similarity,
  type DistanceOptions,
  pairwise_distance,
  type SimilarityOptions,
  type Tensor,
} from "../tensor";
import { bindModule, type Rest } from "./arguments";
import { Module } from "./module";

/**
 * The cosine of the angle between vectors along a dimension; see `cosine_similarity`. Source: `torch.nn.CosineSimilarity`.
 * @example
 * new nn.CosineSimilarity(0)(torch.tensor([3, 4.5]), torch.tensor([1, 0.5])) // => tensor(0.8682)
 */
export class CosineSimilarity extends Module {
  readonly dim: number;
  readonly eps: number;

  constructor(...given: Rest<[dim: number, eps: number], SimilarityOptions>) {
    super();
    const names = { optional: ["dim", "eps"] } as const;
    const bound = bindModule<SimilarityOptions>("nn.CosineSimilarity", given, names);
    this.dim = bound.dim ?? 1;
    this.eps = bound.eps ?? 1e-8;
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return cosine_similarity(x1, x2, this.dim, this.eps);
  }
}

/**
 * The p-norm of the difference of vectors, row by row; see `pairwise_distance`. Source: `torch.nn.PairwiseDistance`.
 * @example
 * new nn.PairwiseDistance(1)(torch.tensor([[3, 4.5]]), torch.zeros(1, 2)) // => tensor([7.5000])
 */
export class PairwiseDistance extends Module {
  readonly norm: number;
  readonly eps: number;
  readonly keepdim: boolean;

  constructor(...given: Rest<[p: number, eps: number, keepdim: boolean], DistanceOptions>) {
    super();
    const names = { optional: ["p", "eps", "keepdim"] } as const;
    const bound = bindModule<DistanceOptions>("nn.PairwiseDistance", given, names);
    this.norm = bound.p ?? 2;
    this.eps = bound.eps ?? 1e-6;
    this.keepdim = bound.keepdim ?? false;
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return pairwise_distance(x1, x2, this.norm, this.eps, this.keepdim);
  }
}
