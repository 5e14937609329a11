export { binary_cross_entropy, binary_cross_entropy_with_logits } from "./binary";
export { cross_entropy, nll_loss } from "./classes";
export * from "./modules";
export { huber_loss, l1_loss, mse_loss, smooth_l1_loss } from "./regression";
