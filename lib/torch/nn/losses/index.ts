export { binary_cross_entropy, binary_cross_entropy_with_logits } from "./binary";
export { cross_entropy, nll_loss } from "./classes";
export { cosine_embedding_loss, hinge_embedding_loss, margin_ranking_loss } from "./embedding";
export { CosineEmbeddingLoss, HingeEmbeddingLoss, MarginRankingLoss } from "./embedding-modules";
export { gaussian_nll_loss, kl_div, poisson_nll_loss } from "./likelihood";
export { GaussianNLLLoss, KLDivLoss, PoissonNLLLoss } from "./likelihood-modules";
export {
  MultiLabelMarginLoss,
  MultiLabelSoftMarginLoss,
  MultiMarginLoss,
  SoftMarginLoss,
} from "./margin-modules";
export {
  multi_margin_loss,
  multilabel_margin_loss,
  multilabel_soft_margin_loss,
  soft_margin_loss,
} from "./margins";
export * from "./modules";
export { huber_loss, l1_loss, mse_loss, smooth_l1_loss } from "./regression";
export { TripletMarginLoss, TripletMarginWithDistanceLoss } from "./triplet-modules";
export { triplet_margin_loss, triplet_margin_with_distance_loss } from "./triplets";
