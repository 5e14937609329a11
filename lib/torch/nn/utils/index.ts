/** Tools round a module's parameters, as `nn.utils.…`. */
export { type ClipOptions, clip_grad_norm_, clip_grad_value_ } from "./clip";
export { remove_spectral_norm, type SpectralNormOptions, spectral_norm } from "./spectral-norm";
export { parameters_to_vector, vector_to_parameters } from "./vector";
export { type Normed, remove_weight_norm, type WeightNormOptions, weight_norm } from "./weight-norm";
