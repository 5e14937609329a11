import { RuntimeError, TypeMismatch } from "../errors";
import { sincosFloat64 } from "../kernels";

/**
 * What `get_state` returns: PyTorch's own 5056 bytes, little-endian as on every machine that PyTorch runs on. It is a
 * `Uint8Array`, since this engine has no uint8 tensors; copy it with `slice()`.
 */
export type GeneratorState = Uint8Array;

/** The state of a stream, taken apart. */
export type StreamState = {
  readonly seed: bigint;
  /** How many of the words have been used; as many as there are when the next draw makes new ones. */
  readonly position: number;
  /** Whether nothing was drawn since the seed. */
  readonly isFresh: boolean;
  readonly words: ArrayLike<number>;
  readonly cachedNormal: number | null;
};

const WORDS = 624;
const SIZE = 5056;
/** PyTorch's older form, which lacks the last eight bytes. */
const LEGACY_SIZE = 5048;

// Byte offsets. The words are stored as 64-bit numbers, of which the high halves are 0.
const LEFT = 8;
const SEEDED = 12;
const NEXT = 16;
const STATE = 24;
const NORMAL_X = STATE + 8 * WORDS;
const NORMAL_Y = NORMAL_X + 8;
const NORMAL_RHO = NORMAL_Y + 8;
const NORMAL_IS_VALID = NORMAL_RHO + 8;

/** The bytes in which PyTorch keeps this state (`CPUGeneratorImplState`). */
export function toBytes({ seed, position, isFresh, words, cachedNormal }: StreamState): GeneratorState {
  const bytes = new Uint8Array(SIZE);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, seed, true);
  // `left` counts down to the draw that makes new words; a fresh stream makes them with its first.
  view.setInt32(LEFT, position === WORDS ? 1 : WORDS + 1 - position, true);
  view.setInt32(SEEDED, 1, true);
  view.setUint32(NEXT, isFresh ? 0 : position, true);
  for (let i = 0; i < WORDS; i++) view.setUint32(STATE + 8 * i, words[i]!, true);
  if (cachedNormal !== null) {
    view.setFloat64(NORMAL_Y, cachedNormal, true);
    view.setInt32(NORMAL_IS_VALID, 1, true);
  }
  return bytes;
}

/** The state that such bytes hold. Errors: PyTorch's sentences for another type, another length, or no stream at all. */
export function fromBytes(call: string, bytes: unknown): StreamState {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeMismatch(
      call,
      "RNG state must be a torch.ByteTensor",
      "give the Uint8Array that get_state() returned",
    );
  }
  if (bytes.length !== SIZE && bytes.length !== LEGACY_SIZE) {
    throw new RuntimeError(
      call,
      `Expected either a CPUGeneratorImplStateLegacy of size ${LEGACY_SIZE} or a CPUGeneratorImplState of size ${SIZE} but found the input RNG state size to be ${bytes.length}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const left = view.getInt32(LEFT, true);
  const next = Number(view.getBigUint64(NEXT, true));
  if (view.getInt32(SEEDED, true) !== 1 || left < 1 || left > WORDS || next > WORDS) {
    throw new RuntimeError(call, "Invalid mt19937 state");
  }
  return {
    seed: view.getBigUint64(0, true),
    position: left === 1 ? WORDS : next,
    isFresh: next === 0,
    words: Uint32Array.from({ length: WORDS }, (_, i) => view.getUint32(STATE + 8 * i, true)),
    cachedNormal: view.getInt32(NORMAL_IS_VALID, true) === 0 ? null : keptNormal(view),
  };
}

/** The second normal of the last pair; the older form keeps what it is computed from. */
function keptNormal(view: DataView): number {
  if (view.byteLength === SIZE) return view.getFloat64(NORMAL_Y, true);
  const pair = new Float64Array(2);
  sincosFloat64(2 * Math.PI * view.getFloat64(NORMAL_X, true), pair);
  return view.getFloat64(NORMAL_RHO, true) * pair[0]!;
}
