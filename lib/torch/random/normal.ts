import { fmaFloat64, normalPair } from "../kernels";
import type { Generator } from "./generator";

const { exp } = Math;

/** The next value from N(mean, std²) in float64: the kept half of the last pair if there is one, else a new pair's. */
export function nextNormal(generator: Generator, mean: number, std: number): number {
  const kept = generator.cachedNormal;
  if (kept !== null) {
    generator.cachedNormal = null;
    return fmaFloat64(kept, std, mean);
  }
  const { first, second } = normalPair(generator.draws);
  generator.cachedNormal = second;
  return fmaFloat64(first, std, mean);
}

/** e to the power of the next value from N(mean, std²). */
export function nextLogNormal(generator: Generator, mean: number, std: number): number {
  return exp(nextNormal(generator, mean, std));
}
