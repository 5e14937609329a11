export { remove_spectral_norm, type SpectralNormOptions, spectral_norm } from "./spectral-norm";
export { type Normed, remove_weight_norm, type WeightNormOptions, weight_norm } from "./weight-norm";
