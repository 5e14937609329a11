/*
 * The Mersenne Twister mt19937 of Matsumoto and Nishimura (1998), written from its recurrence; seeded as PyTorch does,
 * by Knuth's multiplier from the low 32 bits of the seed.
 */
const N = 624;
const M = 397;

/** A stream of 32-bit draws; `draws` counts those taken since the seed. */
export class Mt19937 {
  readonly words = new Uint32Array(N);
  position = N;
  draws = 0;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Starts anew from the low 32 bits of `seed`. */
  seed(seed: number): void {
    const { words } = this;
    words[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = words[i - 1]!;
      words[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.position = N;
    this.draws = 0;
  }

  /** The next 32 random bits as an unsigned integer. */
  next(): number {
    if (this.position >= N) this.#twist();
    let y = this.words[this.position++]!;
    this.draws++;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #twist(): void {
    const { words } = this;
    for (let i = 0; i < N; i++) {
      const y = (words[i]! & 0x80000000) | (words[(i + 1) % N]! & 0x7fffffff);
      words[i] = words[(i + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
