import { RuntimeError } from "../errors";
import { Mt19937 } from "../kernels";

const TWO_TO_64 = 1n << 64n;
const LOWEST_SEED = -(1n << 63n);

/** The seed of a generator that was never seeded; PyTorch's `torch.Generator()` starts from the same number. */
export const DEFAULT_SEED = 67280421310721n;

/** What `get_state` returns: enough to continue the stream, not to be taken apart. */
export type GeneratorState = {
  readonly seed: bigint;
  readonly draws: number;
  readonly position: number;
  readonly words: Uint32Array;
  readonly cachedNormal: number | null;
};

/** What tells two states of one generator apart cheaply. */
export type GeneratorDigest = {
  readonly seed: string;
  readonly draws: number;
  readonly cachedNormal: boolean;
};

/**
 * A source of random numbers: PyTorch's CPU generator, mt19937 with the same seeding.
 *
 * It also keeps the second value of a Box–Muller pair, which the next small `normal_` uses, whichever tensor that fills.
 * Source: Matsumoto & Nishimura 1998; `torch.Generator`.
 *
 * @example
 * torch.rand(2, { generator: new torch.Generator().manual_seed(0) }) // => tensor([0.4963, 0.7682])
 */
export class Generator {
  /** The stream of 32-bit draws. @internal */
  readonly draws = new Mt19937(Number(BigInt.asUintN(32, DEFAULT_SEED)));
  /** The second standard normal of the last pair, if it was not used yet. @internal */
  cachedNormal: number | null = null;
  #seed = DEFAULT_SEED;

  /** Starts the stream anew; only the low 32 bits of the seed count. Returns the generator. */
  manual_seed(seed: number | bigint): this {
    this.#seed = toSeed("torch.Generator.manual_seed", seed);
    this.draws.seed(Number(BigInt.asUintN(32, this.#seed)));
    this.cachedNormal = null;
    return this;
  }

  /** The seed from which the stream was started. */
  initial_seed(): number | bigint {
    return this.#seed <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(this.#seed) : this.#seed;
  }

  /** A copy of the state, to be given to `set_state`. */
  get_state(): GeneratorState {
    const { position, draws, words } = this.draws;
    return Object.freeze({
      seed: this.#seed,
      draws,
      position,
      words: words.slice(),
      cachedNormal: this.cachedNormal,
    });
  }

  /** Continues from a state that `get_state` gave. Returns the generator. */
  set_state(state: GeneratorState): this {
    this.#seed = state.seed;
    this.draws.words.set(state.words);
    this.draws.position = state.position;
    this.draws.draws = state.draws;
    this.cachedNormal = state.cachedNormal;
    return this;
  }

  /** Seed, number of draws since, and whether a normal is kept: equal digests mean equal streams. @internal */
  digest(): GeneratorDigest {
    return {
      seed: String(this.#seed),
      draws: this.draws.draws,
      cachedNormal: this.cachedNormal !== null,
    };
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}

/** The seed as PyTorch keeps it: an integer from -2⁶³ to 2⁶⁴ - 1, negative ones counted from 2⁶⁴. */
export function toSeed(call: string, seed: number | bigint): bigint {
  if (typeof seed === "number" && !Number.isFinite(seed)) {
    throw new RuntimeError(call, `expected a whole number as seed, got ${seed}`);
  }
  const value = typeof seed === "bigint" ? seed : BigInt(Math.trunc(seed));
  if (value >= TWO_TO_64 || value < LOWEST_SEED) {
    throw new RuntimeError(
      call,
      `Overflow when unpacking long, got ${value}`,
      "seeds go from -2^63 to 2^64 - 1",
    );
  }
  return BigInt.asUintN(64, value);
}
