import { bindArguments } from "../arguments";
import { RuntimeError } from "../errors";
import { nuclearNorm, type Tensor } from "../tensor";
import { checkInput } from "./input";

/** Along which dimensions, and whether they stay with size 1. */
export type MatrixNormOptions = { dim?: number | readonly number[]; keepdim?: boolean };

function bind(name: string, [input, first, ...rest]: readonly unknown[]): MatrixNormOptions {
  checkInput(name, input);
  // In C++ there are two forms, and the one without dimensions has `keepdim` in their place.
  const given = typeof first === "boolean" ? [{ keepdim: first }, ...rest] : [first, ...rest];
  return bindArguments<MatrixNormOptions>(`torch.${name}`, given, { names: ["dim", "keepdim"] });
}

/**
 * The nuclear norm, which is the sum of the singular values: of a matrix, or of the matrices that lie along two dimensions.
 * Errors: `nuclear norm requires a 'dim' argument of size 2`. Source: `torch.nuclear_norm`.
 * @example
 * torch.nuclear_norm(torch.tensor([[3, 0], [0, -4.5]])) // => tensor(7.5000)
 */
export function nuclear_norm(input: Tensor, keepdim?: boolean): Tensor;
export function nuclear_norm(input: Tensor, dim: number | readonly number[], keepdim?: boolean): Tensor;
export function nuclear_norm(input: Tensor, options: MatrixNormOptions): Tensor;
export function nuclear_norm(input: Tensor, ...given: unknown[]): Tensor {
  const { dim, keepdim = false } = bind("nuclear_norm", [input, ...given]);
  return nuclearNorm(input, dim, keepdim);
}

/**
 * The root of the sum of squares, of all values or along one or two dimensions.
 * Errors: `Expected at most 2 dimensions, but got 3 dimensions instead.` Source: `torch.frobenius_norm`.
 * @example
 * torch.frobenius_norm(torch.tensor([[3, 0], [0, 4.5]])) // => tensor(5.4083)
 */
export function frobenius_norm(input: Tensor): Tensor;
export function frobenius_norm(input: Tensor, dim: number | readonly number[], keepdim?: boolean): Tensor;
export function frobenius_norm(input: Tensor, options: MatrixNormOptions): Tensor;
export function frobenius_norm(input: Tensor, ...given: unknown[]): Tensor {
  const { dim, keepdim = false } = bind("frobenius_norm", [input, ...given]);
  const dims = typeof dim === "number" ? [dim] : (dim ?? []);
  if (dims.length > 2) {
    throw new RuntimeError(
      "torch.frobenius_norm",
      `Expected at most 2 dimensions, but got ${dims.length} dimensions instead.`,
    );
  }
  if (dims.length === 2 && dims[0] === dims[1]) {
    throw new RuntimeError(
      "torch.frobenius_norm",
      `Expected dims to be different, got [${dims.join(", ")}] instead`,
    );
  }
  return input.norm("fro", dims.length === 0 ? null : dims, keepdim);
}
