/** Whether draws follow a law: two statistics and, for each, a limit that holds at any size with a stated false-alarm rate. */

const CELLS = 4096;

/**
 * Kolmogorov & Smirnov's distance: how far the share of the values below a point lies from the law's, at most, over the
 * edges of 4096 cells of equal probability. Kolmogorov 1933; Smirnov 1948.
 */
export function ksDistance(values: ArrayLike<number | bigint>, cdf: (x: number) => number): number {
  const counts = new Float64Array(CELLS);
  for (let i = 0; i < values.length; i++) {
    const u = cdf(Number(values[i]));
    // A value outside the law's support, or NaN, is as far away as can be.
    if (!(u >= 0 && u <= 1)) return 1;
    const cell = Math.min(CELLS - 1, Math.floor(u * CELLS));
    counts[cell] = counts[cell]! + 1;
  }
  let below = 0;
  let distance = 0;
  counts.forEach((count, cell) => {
    below += count;
    distance = Math.max(distance, Math.abs(below / values.length - (cell + 1) / CELLS));
  });
  return distance;
}

/**
 * The distance that `n` values exceed with probability `alpha` at the most: √(ln(2/α) / 2n), for every law and every n.
 * Dvoretzky, Kiefer & Wolfowitz 1956; Massart 1990, "The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality".
 */
export function ksLimit(n: number, alpha: number): number {
  return Math.sqrt(Math.log(2 / alpha) / (2 * n));
}

/** Pearson's χ²: Σ (count - expected)²/expected. Pearson 1900. */
export function chiSquared(counts: readonly number[], probabilities: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, cell) => {
    const expected = total * probabilities[cell]!;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

/**
 * What χ² with `freedom` degrees of freedom exceeds with probability `alpha` at the most: k + 2√(kt) + 2t with t = ln(1/α).
 * Laurent & Massart 2000, "Adaptive estimation of a quadratic functional by model selection", lemma 1.
 */
export function chiSquaredLimit(freedom: number, alpha: number): number {
  const t = Math.log(1 / alpha);
  return freedom + 2 * Math.sqrt(freedom * t) + 2 * t;
}
