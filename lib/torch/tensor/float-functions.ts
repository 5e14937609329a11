import { bindArguments } from "../arguments";
import { RuntimeError } from "../errors";
import { lgamma } from "../kernels";
import { applyFloat } from "./apply";
import { power } from "./arithmetic";
import { copyOf } from "./convert";
import { type Derivatives, saving } from "./derivatives";
import { bool, type DType, float64, int64 } from "./dtype";
import { makeTensor, record, zeroGradient } from "./make";
import { checkOperand, checkTensor, isTensor, type Operand } from "./operand";
import type { Operation } from "./operation";
import { frexp as frexpOf } from "./ops/binary-functions";
import { SAME_OPS } from "./ops/unary";
import { where } from "./ops/where";
import { toFloating } from "./promote";
import { type NamedTensors, namedTensors } from "./return-types";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

const { abs, fround, sin, log, min, max, PI } = Math;

function rounder(dtype: DType): (x: number) => number {
  return dtype.name === "float32" ? fround : (x) => x;
}

/** An operation on one element whose result is floating point. */
function floatOperation(
  { call, node, x }: { call: string; node: string; x: Tensor },
  f: (x: number) => number,
  derivatives: Derivatives,
): Operation {
  const compute = () => applyFloat(x, f);
  return { call, node, operands: [x], compute, derivatives };
}

/** sin(πx)/(πx), each step rounded to the dtype. */
export function sinc(x: Tensor): Operation {
  const round = rounder(toFloating(x.dtype));
  const pi = round(PI);
  const f = (value: number) => {
    if (value === 0) return 1;
    const angle = round(value * pi);
    return round(sin(angle)) / angle;
  };
  return floatOperation({ call: "torch.sinc", node: "SincBackward0", x }, f, [
    saving([x], (grad, x) => {
      const angle = x.mul(PI);
      const square = x.mul(x).mul(PI);
      const slope = angle.mul(angle.cos()).sub(angle.sin()).div(square);
      return where(square.eq(0), 0, grad.mul(slope));
    }),
  ]);
}

const FACTORS = { deg2rad: PI / 180, rad2deg: 180 / PI } as const;

/** A change of the unit of angles: one product in the dtype. */
export function scaled(name: keyof typeof FACTORS, x: Tensor): Operation {
  const factor = rounder(toFloating(x.dtype))(FACTORS[name]);
  const node = name === "deg2rad" ? "Deg2RadBackward0" : "Rad2DegBackward0";
  return floatOperation({ call: `torch.${name}`, node, x }, (value) => value * factor, [
    (grad) => grad.mul(FACTORS[name]),
  ]);
}

/** ln(x / (1 - x)), x first kept within [eps, 1 - eps] if eps is given. */
export function logit(x: Tensor, eps?: number | null): Operation {
  const round = rounder(toFloating(x.dtype));
  const isBounded = eps !== undefined && eps !== null;
  const low = isBounded ? round(eps) : 0;
  const high = isBounded ? round(1 - low) : 1;
  const f = (value: number) => {
    const kept = isBounded ? min(max(value, low), high) : value;
    return log(round(kept / round(1 - kept)));
  };
  return floatOperation({ call: "torch.logit", node: "LogitBackward0", x }, f, [
    saving([x], (grad, x) => {
      const within = x.ge(low).logical_and(x.le(high));
      return where(within, grad.div(x.mul(x.neg().add(1))), isBounded ? 0 : Number.NaN);
    }),
  ]);
}

/** The nearest multiple of 10^-decimals, halves to even; each step rounded to the dtype. */
export function roundTo(x: Tensor, decimals: number): Operation {
  const call = "torch.round";
  if (!x.is_floating_point()) {
    const kernel = decimals === 0 ? "round_vml_cpu" : "round_cpu";
    throw new RuntimeError(call, `"${kernel}" not implemented for '${x.dtype.scalarName}'`);
  }
  const round = rounder(x.dtype);
  const scale = round(10 ** abs(decimals));
  const nearest = SAME_OPS.round.f;
  const f = (value: number) =>
    decimals < 0 ? nearest(round(value / scale)) * scale : nearest(round(value * scale)) / scale;
  return floatOperation({ call, node: "RoundBackward1", x }, f, [zeroGradient]);
}

/** 0 for numbers above 0 and π for those below: the angle of a complex number without imaginary part. */
export function angle(x: Tensor): Operation {
  const f = (value: number) => (value < 0 ? PI : Number.isNaN(value) ? value : 0);
  return floatOperation({ call: "torch.angle", node: "AngleBackward0", x }, f, [zeroGradient]);
}

/** The multivariate log-gamma function of dimension p: ln Γ(x) + ln Γ(x - 1/2) + … + p(p - 1)/4 ln π. */
export function mvlgamma(x: Tensor, p: number): Operation {
  const call = "torch.mvlgamma";
  if (x.dtype === bool) throw new RuntimeError(call, "The input tensor may not be a boolean tensor.");
  if (!(p >= 1)) throw new RuntimeError(call, "p has to be greater than or equal to 1", `got ${p}`);
  const shifts = Array.from({ length: p }, (_, j) => j / 2);
  const start = ((p * (p - 1)) / 4) * log(PI);
  const f = (value: number) => shifts.reduce((sum, shift) => sum + lgamma(value - shift), start);
  return floatOperation({ call, node: "MvlgammaBackward0", x }, f, [
    saving([x], (grad, x) =>
      grad.mul(shifts.map((shift) => x.sub(shift).digamma()).reduce((sum, slope) => sum.add(slope))),
    ),
  ]);
}

/** `self · 2^other`. */
export function ldexp(self: Tensor, other: Tensor): Tensor {
  return self.mul(powerOfTwo("torch.ldexp", other));
}

/** The same in place. */
export function ldexpInPlace(self: Tensor, other: Tensor): Tensor {
  return self.mul_(powerOfTwo("Tensor.ldexp_", other));
}

function powerOfTwo(call: string, other: Tensor): Tensor {
  checkTensor(call, other);
  return power(call, 2, other.is_floating_point() ? other : other.to(toFloating(other.dtype)));
}

/** Mantissa and exponent. */
export function frexp(x: Tensor): NamedTensors<"mantissa" | "exponent"> {
  if (!x.is_floating_point()) {
    throw new RuntimeError("torch.frexp", "torch.frexp() only supports floating-point dtypes");
  }
  const parts = [0, 1].map((part) => applyFloat(x, (value) => frexpOf(value)[part]!));
  const exponents = makeTensor(copyOf(parts[1]!, int64));
  const mantissa = record("FrexpBackward0", [x], parts[0]!, [
    saving([exponents], (grad, exponents) => grad.div(power("torch.frexp", 2, exponents.to(grad.dtype)))),
  ]);
  return namedTensors("frexp", { mantissa, exponent: exponents });
}

/** `base ^ exponent` in float64. */
export function floatPower(base: Operand, exponent: Operand): Tensor {
  const double = (operand: Operand) => (isTensor(operand) ? operand.to(float64) : operand);
  checkOperand("torch.float_power", exponent, "exponent");
  return power("torch.float_power", double(base), double(exponent));
}

/** Keywords of `nan_to_num`. */
export type NanToNumOptions = { nan?: number | null; posinf?: number | null; neginf?: number | null };

/** NaN and the infinities replaced. */
export function nanToNum(x: Tensor, given: readonly unknown[]): Operation {
  const call = "torch.nan_to_num";
  const bound = bindArguments<NanToNumOptions>(call, given, { names: ["nan", "posinf", "neginf"] });
  const largest = x.dtype.name === "float32" ? 3.4028234663852886e38 : Number.MAX_VALUE;
  const nan = bound.nan ?? 0;
  const posinf = bound.posinf ?? largest;
  const neginf = bound.neginf ?? -largest;
  const f = (value: number) => {
    if (Number.isNaN(value)) return nan;
    if (value === Number.POSITIVE_INFINITY) return posinf;
    return value === Number.NEGATIVE_INFINITY ? neginf : value;
  };
  if (!x.is_floating_point()) {
    return { call, node: "", operands: [x], compute: () => copyOf(x[STRIDED]) };
  }
  return floatOperation({ call, node: "NanToNumBackward0", x }, f, [
    saving([x], (grad, x) => grad.mul(x.isfinite())),
  ]);
}

/** All bits the other way round. */
export function bitwiseNot(x: Tensor): Operation {
  const call = "torch.bitwise_not";
  if (x.is_floating_point()) {
    throw new RuntimeError(call, `"bitwise_not_cpu" not implemented for '${x.dtype.scalarName}'`);
  }
  const compute = () => (x.dtype === bool ? x.logical_not()[STRIDED] : x.neg().sub(1)[STRIDED]);
  return { call, node: "", operands: [x], compute };
}
