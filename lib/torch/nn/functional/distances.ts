import * as distances from "../../tensor";

/**
 * The cosine of the angle between vectors; see `torch.cosine_similarity`. Source: `torch.nn.functional.cosine_similarity`.
 * @example
 * F.cosine_similarity(torch.tensor([[3, 4.5]]), torch.tensor([[1, 0.5]])) // => tensor([0.8682])
 */
export const cosine_similarity = distances.cosine_similarity;
/**
 * The p-norm of `x1 - x2 + eps`, row by row; see `torch.pairwise_distance`. Source: `torch.nn.functional.pairwise_distance`.
 * @example
 * F.pairwise_distance(torch.tensor([[3, 4.5]]), torch.zeros(1, 2)) // => tensor([5.4083])
 */
export const pairwise_distance = distances.pairwise_distance;
/**
 * The distances of all pairs of rows; see `torch.pdist`. Source: `torch.nn.functional.pdist`.
 * @example
 * F.pdist(torch.tensor([[0, 0.5], [1, 0.5], [0, 2.5]])) // => tensor([1.0000, 2.0000, 2.2361])
 */
export const pdist = distances.pdist;
