import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { TypeMismatch, ZeroDivisionError } from "../errors";
import { erf } from "../kernels";
import { type Tensor, typeName } from "../tensor";
import { warn } from "../warnings";
import type { DrawOptions } from "./basic";
import { checkTensor } from "./check";

const { sqrt } = Math;

/** Keywords of `trunc_normal_`. */
export type TruncNormalOptions = DrawOptions & { mean?: number; std?: number; a?: number; b?: number };

/** Φ, the standard normal law's distribution function. */
function cumulative(x: number): number {
  return (1 + erf(x / sqrt(2))) / 2;
}

/**
 * Fills from N(mean, std²) cut off outside [a, b] (0, 1, -2 and 2 unless given): `mean + std·√2·erf⁻¹(u)` for u from
 * U(2Φ(l) - 1, 2Φ(h) - 1), where l and h are the bounds in standard deviations; what rounding puts outside is clamped.
 * The bounds are absolute, not multiples of std; cutting makes the standard deviation smaller than std.
 * Warns where mean lies more than two std outside. Source: `torch.nn.init.trunc_normal_`. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.trunc_normal_(torch.empty(3)) // => tensor([-0.0090,  0.6935, -1.2415])
 */
export function trunc_normal_<T extends Tensor>(
  tensor: T,
  mean?: number,
  std?: number,
  a?: number,
  b?: number,
  options?: DrawOptions,
): T;
export function trunc_normal_<T extends Tensor>(tensor: T, options: TruncNormalOptions): T;
export function trunc_normal_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const call = "nn.init.trunc_normal_";
  const bound = bindArguments<TruncNormalOptions>(call, given, {
    names: ["mean", "std", "a", "b"],
    only: ["generator"],
  });
  const { mean = 0, std = 1, a = -2, b = 2, generator = null } = bound;
  checkNumbers(call, { mean, std, a, b });
  checkTensor(call, tensor, "uniform_");
  if (mean < a - 2 * std || mean > b + 2 * std) {
    warn(
      "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be incorrect.",
    );
  }
  if (std === 0) throw new ZeroDivisionError(call, "float division by zero", "std must not be 0");
  return no_grad(() => {
    const low = 2 * cumulative((a - mean) / std) - 1;
    const high = 2 * cumulative((b - mean) / std) - 1;
    tensor.uniform_(low, high, { generator }).erfinv_();
    tensor.mul_(std * sqrt(2)).add_(mean);
    tensor.copy_(tensor.clamp(a, b));
    return tensor;
  });
}

/** Throws Python's sentence for the first step of `mean < a - 2 * std or mean > b + 2 * std` that a type does not fit. */
function checkNumbers(call: string, { mean, std, a, b }: Record<"mean" | "std" | "a" | "b", unknown>): void {
  const refuse = (sentence: string) => {
    throw new TypeMismatch(call, sentence, "mean, std, a and b are numbers");
  };
  const cannot = (sign: string, left: string, right: unknown) =>
    refuse(`unsupported operand type(s) for ${sign}: '${left}' and '${typeName(right)}'`);
  if (typeof std === "string") cannot("-", "float", std);
  if (typeof std !== "number") cannot("*", "int", std);
  if (typeof a !== "number") cannot("-", typeName(a), std);
  if (typeof mean !== "number")
    refuse(`'<' not supported between instances of '${typeName(mean)}' and 'float'`);
  if (typeof b !== "number") cannot("+", typeName(b), std);
}
