export { type ClipOptions, clip_grad_norm_, clip_grad_value_ } from "./clip";
export { parameters_to_vector, vector_to_parameters } from "./vector";
