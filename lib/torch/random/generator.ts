import { CPU, type Device, refuseDevice } from "../device";
import { Mt19937, nextFloat32, nextFloat64 } from "../kernels";
import { toSeed } from "./seed";
import { fromBytes, type GeneratorState, toBytes } from "./state";

/** The seed of a generator that was never seeded; PyTorch's `torch.Generator()` starts from the same number. */
export const DEFAULT_SEED = 67280421310721n;

/** What tells two states of one generator apart cheaply. */
export type GeneratorDigest = {
  readonly seed: string;
  readonly draws: number;
  readonly words: number;
  readonly cachedNormal: boolean;
};

// How many draws led to a state that `get_state` gave: PyTorch's bytes do not say.
const drawsBefore = new WeakMap<GeneratorState, number>();

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
  /** Where it draws: always on the processor. */
  readonly device: Device = CPU;
  #seed = DEFAULT_SEED;

  constructor(device: "cpu" | Device = CPU) {
    if (String(device) !== "cpu") refuseDevice("torch.Generator", String(device));
  }

  /**
   * Starts the stream anew; only the low 32 bits of the seed count. Returns the generator.
   * Errors: `manual_seed expected a long, but got …` for a fraction or what is no number; `Overflow when unpacking long`
   * outside -2⁶³ … 2⁶⁴ - 1.
   */
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

  /**
   * Seeds the stream with a number that nobody chose, below 2⁵³, and returns it. In a cell it comes from `Math.random`,
   * so that a replay of the run chooses the same.
   */
  seed(): number | bigint {
    // Read when it is called: a kernel gives every run a `Math.random` of its own.
    const chosen = Math.floor(Math.random() * 2 ** 53);
    this.manual_seed(chosen);
    return chosen;
  }

  /**
   * A copy of the state, to be given to `set_state`: PyTorch's own 5056 bytes as a `Uint8Array`.
   * @example
   * new torch.Generator().get_state().length // => 5056
   */
  get_state(): GeneratorState {
    const { position, draws, words } = this.draws;
    const bytes = toBytes({
      seed: this.#seed,
      position,
      isFresh: draws === 0,
      words,
      cachedNormal: this.cachedNormal,
    });
    drawsBefore.set(bytes, draws);
    return bytes;
  }

  /**
   * Continues from a state that `get_state` gave, here or in PyTorch. Returns the generator.
   * Errors: `RNG state must be a torch.ByteTensor`, `Expected either a CPUGeneratorImplStateLegacy …`.
   */
  set_state(new_state: GeneratorState): this {
    const state = fromBytes("torch.Generator.set_state", new_state);
    this.#seed = state.seed;
    this.draws.words.set(state.words);
    this.draws.position = state.position;
    this.draws.draws = state.isFresh ? 0 : (drawsBefore.get(new_state) ?? state.position);
    this.cachedNormal = state.cachedNormal;
    return this;
  }

  /** The next float32 in [0, 1). @internal */
  nextFloat32(): number {
    return nextFloat32(this.draws);
  }

  /** The next float64 in [0, 1). @internal */
  nextFloat64(): number {
    return nextFloat64(this.draws);
  }

  /** Seed, draws since, a hash of the words, and whether a normal is kept: equal digests mean equal streams. @internal */
  digest(): GeneratorDigest {
    return {
      seed: String(this.#seed),
      draws: this.draws.draws,
      words: this.draws.words.reduce((hash, word) => Math.imul(hash ^ word, 0x01000193), 0x811c9dc5) >>> 0,
      cachedNormal: this.cachedNormal !== null,
    };
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}
