import type { Tensor } from "../tensor";
import { checkInput } from "./input";

/** `torch.name(x, …)` for each signature of the method `x.name(…)`. */
type AsFunction<F> = F extends {
  (...a: infer A): infer RA;
  (...b: infer B): infer RB;
  (...c: infer C): infer RC;
  (...d: infer D): infer RD;
}
  ? {
      (input: Tensor, ...a: A): RA;
      (input: Tensor, ...b: B): RB;
      (input: Tensor, ...c: C): RC;
      (input: Tensor, ...d: D): RD;
    }
  : never;

type Reduction =
  | "sum"
  | "mean"
  | "std"
  | "var"
  | "norm"
  | "max"
  | "min"
  | "argmax"
  | "argmin"
  | "any"
  | "all"
  | "histc";

function reduction<K extends Reduction>(name: K): AsFunction<Tensor[K]> {
  const call = (input: Tensor, ...rest: never[]): unknown => {
    checkInput(name, input);
    return (input[name] as (...rest: never[]) => unknown).apply(input, rest);
  };
  return call as AsFunction<Tensor[K]>;
}

/**
 * The sum of all values, or along dimensions; see `Tensor.sum`.
 * @example
 * torch.sum(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(10.5000)
 */
export const sum = reduction("sum");
/**
 * The mean; see `Tensor.mean`.
 * @example
 * torch.mean(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(2.6250)
 */
export const mean = reduction("mean");
/**
 * The standard deviation, n - 1 in the denominator unless `unbiased: false`; see `Tensor.std`.
 * @example
 * torch.std(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(1.1087)
 */
export const std = reduction("std");

/**
 * The variance; see `Tensor.var`.
 * @example
 * torch.var(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(1.2292)
 */
const variance = reduction("var");
/** The p-norm, p = 2 unless given; see `Tensor.norm`. */
export const norm = reduction("norm");
/**
 * The largest value, with `dim` its place too, or the larger of two tensors; see `Tensor.max`.
 * @example
 * torch.max(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(4.)
 */
export const max = reduction("max");
/**
 * The smallest value, with `dim` its place too, or the smaller of two tensors; see `Tensor.min`.
 * @example
 * torch.min(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(1.5000)
 */
export const min = reduction("min");
/**
 * Where the largest value stands.
 * @example
 * torch.argmax(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(3)
 */
export const argmax = reduction("argmax");
/**
 * Where the smallest value stands.
 * @example
 * torch.argmin(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(0)
 */
export const argmin = reduction("argmin");
/**
 * Whether any value is nonzero.
 * @example
 * torch.any(torch.tensor([true, false])) // => tensor(True)
 */
export const any = reduction("any");
/**
 * Whether all values are nonzero.
 * @example
 * torch.all(torch.tensor([true, false])) // => tensor(False)
 */
export const all = reduction("all");
/**
 * Counts per bin; see `Tensor.histc`.
 * @example
 * torch.histc(torch.tensor([-1.5, 0.5, 2]), 4, -2, 2) // => tensor([1., 0., 1., 1.])
 */
export const histc = reduction("histc");
export { variance as var };
