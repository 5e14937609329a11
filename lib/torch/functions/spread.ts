import { RuntimeError } from "../errors";
import { renameNode, type SpreadOptions, type Tensor } from "../tensor";
import { checkInput } from "./input";

type Dims = number | readonly number[] | null;

function withMean(name: "std" | "var", input: Tensor, given: readonly unknown[]): [Tensor, Tensor] {
  const call = `${name}_mean`;
  checkInput(call, input);
  if (!input.is_floating_point()) {
    throw new RuntimeError(`torch.${call}`, `${call} only support floating point and complex dtypes`);
  }
  const node = name === "std" ? "StdMeanBackward0" : "VarMeanBackward0";
  const spread = input[name](...(given as [SpreadOptions]));
  const [dim, keepdim] = placeOf(given);
  return [renameNode(spread, node), renameNode(input.mean(dim, keepdim), node)];
}

/** The dimensions among the arguments of `std`: a first boolean is `unbiased`, then the order is dim, unbiased, keepdim. */
function placeOf(given: readonly unknown[]): [Dims, boolean] {
  const last = given.at(-1);
  const keywords = typeof last === "object" && last !== null && !Array.isArray(last) ? last : {};
  const { dim, keepdim } = keywords as SpreadOptions;
  const positional = typeof given[0] === "number" || Array.isArray(given[0]) ? (given[0] as Dims) : null;
  return [positional ?? dim ?? null, given[2] === true || (keepdim ?? false)];
}

/**
 * Standard deviation and mean together, with the arguments of `std`.
 * @example
 * torch.std_mean(torch.tensor([0.5, 1, 1.5])) // => tensor(0.5000),tensor(1.)
 */
export function std_mean(input: Tensor, unbiased: boolean): [std: Tensor, mean: Tensor];
export function std_mean(input: Tensor, options?: SpreadOptions): [std: Tensor, mean: Tensor];
export function std_mean(
  input: Tensor,
  dim: Dims,
  unbiased?: boolean | SpreadOptions,
  keepdim?: boolean,
): [std: Tensor, mean: Tensor];
export function std_mean(input: Tensor, ...given: unknown[]): [Tensor, Tensor] {
  return withMean("std", input, given);
}

/**
 * Variance and mean together, with the arguments of `var`.
 * @example
 * torch.var_mean(torch.tensor([0.5, 1, 1.5])) // => tensor(0.2500),tensor(1.)
 */
export function var_mean(input: Tensor, unbiased: boolean): [variance: Tensor, mean: Tensor];
export function var_mean(input: Tensor, options?: SpreadOptions): [variance: Tensor, mean: Tensor];
export function var_mean(
  input: Tensor,
  dim: Dims,
  unbiased?: boolean | SpreadOptions,
  keepdim?: boolean,
): [variance: Tensor, mean: Tensor];
export function var_mean(input: Tensor, ...given: unknown[]): [Tensor, Tensor] {
  return withMean("var", input, given);
}
