export {
  default_generator,
  generatorState,
  get_rng_state,
  initial_seed,
  manual_seed,
  seed,
  set_rng_state,
  toGenerator,
} from "./default";
export { normalStretch, normalTensor, SMALLEST_BLOCK, uniformStretch } from "./fill";
export { Generator, type GeneratorDigest } from "./generator";
export { boundsForFloat, fullRangeSource, integerSource, permutation, usualIntegerSource } from "./integers";
export { nextLogNormal } from "./normal";
export type { GeneratorState } from "./state";
