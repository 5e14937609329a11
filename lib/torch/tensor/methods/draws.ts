import { bindArguments, isKeywords } from "../../arguments";
import { RuntimeError, TypeMismatch } from "../../errors";
import { nextCauchy, nextExponential, nextGeometric } from "../../kernels";
import { Generator, nextLogNormal, toGenerator } from "../../random";
import { bindNumbers, invalidCombination } from "../bind-numbers";
import { checkFloating, fillByDraws, fillByIntegerDraws } from "../draw";
import { formatDouble } from "../format-double";
import { makeTensor, record } from "../make";
import { isTensor, typeName } from "../operand";
import { checkProbability, fillBernoulli, fillBernoulliFrom } from "../ops/bernoulli";
import { multinomial } from "../ops/multinomial";
import { type IntegerLaw, integerDraws, toInteger } from "../ops/random-integers";
import { checkReduced } from "../reduced-lacks";
import { emptyStrided, type Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { writeInPlace } from "../write";
import { type DrawOptions, TensorInPlace } from "./in-place";

type Bound = { [name: string]: unknown; generator?: unknown };

function integerLaw(call: string, given: readonly unknown[]): { law: IntegerLaw; generator: Generator } {
  const positional = isKeywords(given.at(-1)) ? given.length - 1 : given.length;
  const names = positional === 1 ? ["to"] : ["from", "to"];
  const only = positional === 1 ? ["from", "generator"] : ["generator"];
  const { from, to, generator } = bindArguments<Bound>(call, given, { names, only });
  const isOpen = to === null && positional === 2;
  const wanted = [from, isOpen ? undefined : to];
  if (!isGenerator(generator) || !wanted.every((value) => value === undefined || isWhole(value))) {
    throw invalidCombination(call, given, "bounds are whole numbers");
  }
  const source = toGenerator(call, generator);
  if (from === undefined && to === undefined) return { law: "usual", generator: source };
  const law = {
    from: toInteger(call, "from", from ?? 0),
    to: to === undefined || to === null ? null : toInteger(call, "to", to),
  };
  return { law, generator: source };
}

function isGenerator(value: unknown): boolean {
  return value === undefined || value === null || value instanceof Generator;
}

function isWhole(value: unknown): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}

/** The methods that draw from a law other than the uniform and the normal. */
export abstract class TensorDraws extends TensorInPlace {
  #drawInto(call: string, node: string, fill: (view: Strided) => void): this {
    writeInPlace(this.self, { call, node }, fill);
    return this;
  }

  /**
   * Fills with 1 with probability `p`, else 0; `p` is a number (0.5 unless given) or a tensor that broadcasts to this
   * one. A number meets a float64 uniform (two 32-bit draws), float32 probabilities a float32 uniform (one).
   * Errors: `bernoulli_ expects p to be in [0, 1], but got p=…`. Source: `Tensor.bernoulli_`.
   * @example
   * torch.manual_seed(0); torch.empty(5).bernoulli_(0.5) // => tensor([0., 0., 1., 0., 0.])
   */
  bernoulli_(p?: number | Tensor, options?: DrawOptions): this;
  bernoulli_(options: DrawOptions & { p?: number | Tensor }): this;
  bernoulli_(...given: unknown[]): this {
    const call = "Tensor.bernoulli_";
    const { p = 0.5, generator } = bindArguments<Bound>(call, given, { names: ["p"], only: ["generator"] });
    if ((!isTensor(p) && typeof p !== "number") || !isGenerator(generator)) {
      throw invalidCombination(call, given, "p is a number between 0 and 1, or a tensor of them");
    }
    const source = toGenerator(call, generator);
    if (isTensor(p)) {
      return this.#drawInto(call, "BernoulliBackward1", (view) =>
        fillBernoulliFrom(call, view, source, p[STRIDED]),
      );
    }
    return this.#drawInto(call, "BernoulliBackward2", (view) => {
      checkProbability(call, p);
      fillBernoulli(view, source, p);
    });
  }

  /**
   * A tensor of 0 and 1: each 1 with the probability that stands here, or with `p` everywhere if it is given.
   * Source: `torch.bernoulli`.
   * @example
   * torch.manual_seed(0); torch.full([5], 0.5).bernoulli() // => tensor([1., 0., 1., 1., 1.])
   */
  bernoulli(p?: number, options?: DrawOptions): Tensor;
  bernoulli(options: DrawOptions & { p?: number }): Tensor;
  bernoulli(...given: unknown[]): Tensor {
    const { p, generator } = bindArguments<Bound>("Tensor.bernoulli", given, {
      names: ["p"],
      only: ["generator"],
    });
    checkReduced("BernoulliBackward0", this.dtype);
    const drawn = makeTensor(emptyStrided(this.shape, this.dtype));
    const options = { generator: (generator ?? null) as Generator | null };
    drawn.bernoulli_((p ?? makeTensor(this[STRIDED])) as number, options);
    return p === undefined
      ? record("BernoulliBackward0", [this.self], drawn[STRIDED])
      : makeTensor(drawn[STRIDED]);
  }

  /**
   * Fills with whole numbers: `random_()` from 0 to the largest up to which the dtype holds all (2²⁴ for float32, 2⁵³ for
   * float64, 2⁶³ - 1 for int64, 1 for bool), `random_(to)` from [0, to), `random_(from, to)` from [from, to), and
   * `random_(from, null)` from `from` on. Source: `Tensor.random_`.
   * Errors: `random_ expects 'from' to be less than 'to', but got from=… >= to=…`.
   * @example
   * torch.manual_seed(0); torch.empty(4).random_(10) // => tensor([4., 9., 3., 0.])
   */
  random_(options?: DrawOptions): this;
  random_(to: number | bigint, options?: DrawOptions): this;
  random_(from: number | bigint, to: number | bigint | null, options?: DrawOptions): this;
  random_(options: DrawOptions & { from?: number | bigint; to?: number | bigint | null }): this;
  random_(...given: unknown[]): this {
    const call = "Tensor.random_";
    const { law, generator } = integerLaw(call, given);
    const node =
      law === "usual" ? "RandomBackward2" : law.from === 0n ? "RandomBackward1" : "RandomBackward0";
    return this.#drawInto(call, node, (view) => {
      fillByIntegerDraws(view, integerDraws(call, generator, law, view.dtype));
    });
  }

  /**
   * Fills from the exponential law with rate `lambd` (1 unless given): density λ·e^(-λx), mean 1/λ.
   * Errors: `exponential_ expects lambda >= 0.0, but found lambda=…`. Source: `Tensor.exponential_`.
   * @example
   * torch.manual_seed(0); torch.empty(3).exponential_() // => tensor([3.5083, 1.2304, 0.6150])
   */
  exponential_(lambd?: number, options?: DrawOptions): this;
  exponential_(options: DrawOptions & { lambd?: number }): this;
  exponential_(...given: unknown[]): this {
    const call = "Tensor.exponential_";
    const { numbers, generator } = bindNumbers(call, given, { lambd: 1 });
    const [lambd] = numbers as [number];
    if (!(lambd >= 0)) {
      throw new RuntimeError(
        call,
        `exponential_ expects lambda >= 0.0, but found lambda=${formatDouble(lambd)}`,
      );
    }
    return this.#drawInto(call, "ExponentialBackward0", (view) => {
      checkFloating(call, "exponential_cpu", view);
      fillByDraws(view, () => nextExponential(generator.draws, lambd));
    });
  }

  /**
   * Fills with e^x for x from N(mean, std²), 1 and 2 unless given: mean and std are those of the logarithm.
   * Errors: `log_normal_ expects std > 0.0, but found std=…`. Source: `Tensor.log_normal_`.
   * @example
   * torch.manual_seed(0); torch.empty(3).log_normal_() // => tensor([5.9263e+01, 1.5116e+00, 3.4819e-02])
   */
  log_normal_(mean?: number, std?: number, options?: DrawOptions): this;
  log_normal_(options: DrawOptions & { mean?: number; std?: number }): this;
  log_normal_(...given: unknown[]): this {
    const call = "Tensor.log_normal_";
    const { numbers, generator } = bindNumbers(call, given, { mean: 1, std: 2 });
    const [mean, std] = numbers as [number, number];
    if (!(std > 0)) {
      throw new RuntimeError(call, `log_normal_ expects std > 0.0, but found std=${formatDouble(std)}`);
    }
    return this.#drawInto(call, "LogNormalBackward0", (view) => {
      checkFloating(call, "log_normal_cpu", view);
      fillByDraws(view, () => nextLogNormal(generator, mean, std));
    });
  }

  /**
   * Fills from the Cauchy law around `median` (0) with half-width `sigma` (1): it has neither mean nor variance.
   * Source: `Tensor.cauchy_`.
   * @example
   * torch.manual_seed(0); torch.empty(3).cauchy_() // => tensor([10.5977,  0.7648, -0.1283])
   */
  cauchy_(median?: number, sigma?: number, options?: DrawOptions): this;
  cauchy_(options: DrawOptions & { median?: number; sigma?: number }): this;
  cauchy_(...given: unknown[]): this {
    const call = "Tensor.cauchy_";
    const { numbers, generator } = bindNumbers(call, given, { median: 0, sigma: 1 });
    const [median, sigma] = numbers as [number, number];
    return this.#drawInto(call, "CauchyBackward0", (view) => {
      checkFloating(call, "cauchy_cpu", view);
      fillByDraws(view, () => nextCauchy(generator.draws, median, sigma));
    });
  }

  /**
   * Fills with how many trials of probability `p` it takes until the first success: 1, 2, … with mean 1/p.
   * Errors: `geometric_ expects p to be in (0, 1), but got p=…`. Source: `Tensor.geometric_`.
   * @example
   * torch.manual_seed(0); torch.empty(5).geometric_(0.25) // => tensor([1., 2., 3., 1., 2.])
   */
  geometric_(p: number, options?: DrawOptions): this;
  geometric_(options: DrawOptions & { p: number }): this;
  geometric_(...given: unknown[]): this {
    const call = "Tensor.geometric_";
    const { numbers, generator } = bindNumbers(call, given, { p: undefined });
    const [p] = numbers as [number];
    if (!(p > 0 && p < 1)) {
      throw new RuntimeError(call, `geometric_ expects p to be in (0, 1), but got p=${formatDouble(p)}`);
    }
    return this.#drawInto(call, "GeometricBackward0", (view) => {
      if (view.dtype.name === "bool") checkFloating(call, "geometric_cpu", view);
      fillByDraws(view, () => nextGeometric(generator.draws, p));
    });
  }

  /**
   * Indices drawn with the probabilities that stand here, which need not add up to 1: `num_samples` for a vector, or for
   * each row of a matrix. Without replacement no index comes twice. Source: `torch.multinomial`.
   * Errors: `cannot sample n_sample > prob_dist.size(-1) samples without replacement`, `invalid multinomial distribution …`.
   * @example
   * torch.manual_seed(0); torch.tensor([0, 10, 3, 0], { dtype: torch.float32 }).multinomial(2) // => tensor([1, 2])
   */
  multinomial(num_samples: number, replacement?: boolean, options?: DrawOptions): Tensor;
  multinomial(num_samples: number, options: DrawOptions & { replacement?: boolean }): Tensor;
  multinomial(...given: unknown[]): Tensor {
    const call = "torch.multinomial";
    const bound = bindArguments<Bound>(call, given, {
      names: ["num_samples", "replacement"],
      only: ["generator"],
    });
    const { num_samples, replacement = false, generator } = bound;
    if (num_samples === undefined)
      throw new TypeMismatch(call, 'multinomial() missing 1 required positional arguments: "num_samples"');
    if (!Number.isInteger(num_samples)) {
      throw new TypeMismatch(
        call,
        `multinomial(): argument 'num_samples' (position 1) must be int, not ${typeName(num_samples)}`,
      );
    }
    const drawn = multinomial(this[STRIDED], toGenerator(call, generator), {
      samples: num_samples as number,
      replacement: Boolean(replacement),
    });
    return makeTensor(drawn);
  }
}
