import { remove_spectral_norm, spectral_norm } from "./spectral-norm";
import { remove_weight_norm, weight_norm } from "./weight-norm";

export type { SpectralNormOptions } from "./spectral-norm";
export type { Normed, WeightNormOptions } from "./weight-norm";

/** What changes how a module's parameters are made, as `nn.utils.…`. */
export const utils = { remove_spectral_norm, remove_weight_norm, spectral_norm, weight_norm };
