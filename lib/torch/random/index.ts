export {
  default_generator,
  generatorState,
  get_rng_state,
  initial_seed,
  manual_seed,
  set_rng_state,
  toGenerator,
} from "./default";
export { normalStretch, normalTensor, uniformStretch } from "./fill";
export { Generator, type GeneratorDigest, type GeneratorState } from "./generator";
export { boundsForFloat, integerSource, permutation } from "./integers";
