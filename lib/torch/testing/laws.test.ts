/**
 * Every initialiser and every drawing method against the law that it promises. `constant_`, `ones_`, `zeros_`, `eye_` and
 * `dirac_` draw nothing; the goldens hold them.
 *
 * If all laws hold, some test of this file fails with probability 1e-6 at the most over all seeds (Bonferroni's bound over
 * its rows). Seeds are fixed and stand in the tests' names. Each row is also compared with a law whose scale (or
 * probability) is wrong by 2%, unless it says otherwise, and must tell that one apart: at these sizes it would miss such a
 * mistake with probability 1e-6 at the most (by Hoeffding's inequality where the two laws differ most; χ² then lies six of
 * its standard deviations or more beyond the limit).
 */
import { describe, expect, it } from "vitest";
import torch, { nn } from "..";
import { chiSquared, chiSquaredLimit, ksDistance, ksLimit } from "./goodness";
import { CONTINUOUS, DISCRETE, equal, tilted } from "./laws";

const ALPHA = 1e-6 / (Object.keys(CONTINUOUS).length + Object.keys(DISCRETE).length + 1);
const SECONDS = { timeout: 120_000 };
const seeded = (rows: Record<string, unknown>) =>
  Object.keys(rows).map((name, i) => [name, 1000 + i] as const);

describe("continuous laws, by Kolmogorov and Smirnov's distance", () => {
  it.each(seeded(CONTINUOUS))("%s (seed %i)", SECONDS, (name, seed) => {
    const { draw, cdf, wrong = 1.02 } = CONTINUOUS[name]!;
    torch.manual_seed(seed);
    const drawn = draw();
    const values = drawn instanceof torch.Tensor ? drawn.toTypedArray() : drawn;
    const limit = ksLimit(values.length, ALPHA);
    expect(ksDistance(values, cdf)).toBeLessThan(limit);
    expect(ksDistance(values, (x) => Math.min(1, Math.max(0, cdf(x / wrong))))).toBeGreaterThan(limit);
  });
});

describe("discrete laws, by χ²", () => {
  it.each(seeded(DISCRETE))("%s (seed %i)", SECONDS, (name, seed) => {
    const { count, law, wrong } = DISCRETE[name]!;
    torch.manual_seed(seed);
    const counts = count();
    const limit = chiSquaredLimit(law.length - 1, ALPHA);
    expect(counts).toHaveLength(law.length);
    expect(chiSquared(counts, law)).toBeLessThan(limit);
    expect(chiSquared(counts, wrong)).toBeGreaterThan(limit);
  });

  it("sparse_ zeroes exactly its share of each column, every row as often (seed 1000)", SECONDS, () => {
    const [rows, columns, share] = [20, 20000, 0.27];
    torch.manual_seed(1000);
    const zeros = nn.init.sparse_(torch.empty(rows, columns), share).eq(0);
    const each = Math.ceil(share * rows);
    expect(zeros.sum(0).eq(each).all().item()).toBeTruthy();
    const counts = (zeros.sum(1).tolist() as number[]).map(Number);
    // Places of one column are drawn without replacement, which narrows the counts by this much.
    const narrowed = (1 - each / rows) * (rows / (rows - 1));
    expect(chiSquared(counts, equal(rows)) / narrowed).toBeLessThan(chiSquaredLimit(rows - 1, ALPHA));
    expect(chiSquared(counts, tilted(rows, 0.05)) / narrowed).toBeGreaterThan(
      chiSquaredLimit(rows - 1, ALPHA),
    );
  });
});
