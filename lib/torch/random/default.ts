import { TypeMismatch } from "../errors";
import { Generator, type GeneratorDigest } from "./generator";
import { pythonType, toPythonInteger } from "./seed";
import type { GeneratorState } from "./state";

/** The generator that every call uses which is not given one. Here it starts from a stated seed, not from entropy. */
export const default_generator = new Generator();

/**
 * Seeds the default generator and returns it. A fraction is cut off and digits in a string are read, as Python's `int` does.
 * Errors: those of `int` for NaN, infinity and text; `Overflow when unpacking long` outside -2⁶³ … 2⁶⁴ - 1.
 *
 * @example
 * torch.manual_seed(0); torch.rand(2) // => tensor([0.4963, 0.7682])
 */
export function manual_seed(seed: number | bigint): Generator {
  return default_generator.manual_seed(toPythonInteger("torch.manual_seed", seed));
}

/**
 * The seed of the default generator.
 * @example
 * torch.manual_seed(5); torch.initial_seed() // => 5
 */
export function initial_seed(): number | bigint {
  return default_generator.initial_seed();
}

/**
 * Seeds the default generator with a number that nobody chose, and returns it; see `Generator.seed`.
 * @example
 * typeof torch.seed() // => number
 */
export function seed(): number | bigint {
  return default_generator.seed();
}

/**
 * The state of the default generator: PyTorch's own 5056 bytes.
 * @example
 * torch.manual_seed(0); let s = torch.get_rng_state(); let a = torch.rand(2); torch.set_rng_state(s); torch.equal(a, torch.rand(2)) // => true
 */
export function get_rng_state(): GeneratorState {
  return default_generator.get_state();
}

/**
 * Sets the state of the default generator.
 * @example
 * torch.manual_seed(0); const s = torch.get_rng_state(); torch.rand(9); torch.set_rng_state(s); torch.rand(2) // => tensor([0.4963, 0.7682])
 */
export function set_rng_state(new_state: GeneratorState): void {
  default_generator.set_state(new_state);
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
    `${call.slice(call.lastIndexOf(".") + 1)}(): argument 'generator' must be torch.Generator, not ${pythonType(generator)}`,
    "write new torch.Generator().manual_seed(0)",
  );
}
