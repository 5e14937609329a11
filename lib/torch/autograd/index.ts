/**
 * Reverse-mode differentiation. Operations record nodes as they run (tensor/make.ts; how an operation says what its
 * derivative is stands in tensor/derivatives.ts, the formulas beside the operations); here is the engine that walks them
 * back, the functions that start it, and those that switch recording on and off.
 */
export { backward, type GradOptions, grad } from "./backward";
export { enable_grad, is_grad_enabled, no_grad, set_grad_enabled } from "./modes";
