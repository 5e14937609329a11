import { TypeMismatch } from "../errors";
import { Generator, type GeneratorDigest, type GeneratorState } from "./generator";

/** The generator that every call uses which is not given one. Here it starts from a stated seed, not from entropy. */
export const default_generator = new Generator();

/**
 * Seeds the default generator and returns it.
 *
 * @example
 * torch.manual_seed(0); torch.rand(2) // => tensor([0.4963, 0.7682])
 */
export function manual_seed(seed: number | bigint): Generator {
  return default_generator.manual_seed(seed);
}

/** The seed of the default generator. */
export function initial_seed(): number | bigint {
  return default_generator.initial_seed();
}

/** The state of the default generator. */
export function get_rng_state(): GeneratorState {
  return default_generator.get_state();
}

/** Sets the state of the default generator. */
export function set_rng_state(state: GeneratorState): void {
  default_generator.set_state(state);
}

/** The digest of the default generator, by which a run tells whether it was moved. */
export function generatorState(): GeneratorDigest {
  return default_generator.digest();
}

/** The generator that was given, or the default one for null or undefined. */
export function toGenerator(call: string, generator: unknown): Generator {
  if (generator === undefined || generator === null) return default_generator;
  if (generator instanceof Generator) return generator;
  throw new TypeMismatch(
    call,
    "argument 'generator' must be torch.Generator",
    "write new torch.Generator().manual_seed(0)",
  );
}
