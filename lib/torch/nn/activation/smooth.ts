import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { erf } from "../../kernels";
import { checkReduced, pointwise, saving, type Tensor, where } from "../../tensor";
import type { Rest } from "../arguments";
import { finish, type InplaceRest, settingsOf } from "../settings";

// Captured here, since a kernel host replaces Math's functions by a pinned port before the engine loads.
const { abs, exp, expm1, log1p, sqrt, tanh, min, max, PI } = Math;

const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;
const ROOT_2_OVER_PI = sqrt(2 / PI);
const CUBIC = 0.044715;

function sigmoidOf(x: number): number {
  return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

function softplusOf(x: number): number {
  return max(x, 0) + log1p(exp(-abs(x)));
}

type EluSpec = {
  readonly node: string;
  readonly alpha: number;
  readonly scale: number;
  readonly rate: number;
};

function eluLike(x: Tensor, { node, alpha, scale, rate }: EluSpec): Tensor {
  const f = (v: number) => (v > 0 ? scale * v : scale * alpha * expm1(v * rate));
  return pointwise(node, x, f, [
    saving([x], (grad, x) =>
      where(x.gt(0), grad.mul(scale), grad.mul(rate * alpha * scale).mul(x.mul(rate).exp())),
    ),
  ]);
}

type AlphaRest = Rest<[alpha: number, inplace: boolean], { alpha?: number; inplace?: boolean }>;

/**
 * `x` where positive, else `alpha · (e^x - 1)`. Clevert et al. 2016. Source: `torch.nn.functional.elu`.
 * @example
 * F.elu(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.7769,  0.5000,  2.0000])
 */
export function elu(input: Tensor, ...given: AlphaRest): Tensor {
  const { alpha, inplace } = settingsOf("nn.functional.elu", given, { alpha: 1, inplace: false });
  return finish(input, eluLike(input, { node: "EluBackward0", alpha, scale: 1, rate: 1 }), inplace);
}

/**
 * 1.0507 · elu(x, 1.6733): keeps mean 0 and variance 1. Klambauer et al. 2017. Source: `torch.nn.functional.selu`.
 * @example
 * F.selu(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.3658,  0.5254,  2.1014])
 */
export function selu(input: Tensor, ...given: InplaceRest): Tensor {
  const { inplace } = settingsOf("nn.functional.selu", given, { inplace: false });
  const spec = { node: "EluBackward0", alpha: SELU_ALPHA, scale: SELU_SCALE, rate: 1 };
  return finish(input, eluLike(input, spec), inplace);
}

/**
 * `x` where positive, else `alpha · (e^(x/alpha) - 1)`. Barron 2017. Source: `torch.nn.functional.celu`.
 * @example
 * F.celu(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.7769,  0.5000,  2.0000])
 */
export function celu(input: Tensor, ...given: AlphaRest): Tensor {
  const call = "nn.functional.celu";
  const { alpha, inplace } = settingsOf(call, given, { alpha: 1, inplace: false });
  if (alpha === 0) throw new RuntimeError(call, "ZeroDivisionError: alpha cannot be 0 for CELU");
  const spec = { node: "CeluBackward0", alpha, scale: 1, rate: 1 / alpha };
  return finish(input, eluLike(input, spec), inplace);
}

/** `x · Φ(x)` for one value. */
function geluOf(x: number): number {
  return x * 0.5 * (1 + erf(x / sqrt(2)));
}

function geluTanhOf(x: number): number {
  return 0.5 * x * (1 + tanh(ROOT_2_OVER_PI * (x + CUBIC * x * x * x)));
}

function geluSlope(grad: Tensor, x: Tensor): Tensor {
  const below = x.mul(Math.SQRT1_2).erf().add(1).mul(0.5);
  const density = x
    .mul(x)
    .mul(-0.5)
    .exp()
    .mul(1 / sqrt(2 * PI));
  return grad.mul(below.add(x.mul(density)));
}

function geluTanhSlope(grad: Tensor, x: Tensor): Tensor {
  const square = x.mul(x);
  const t = x.mul(square.mul(CUBIC).add(1)).mul(ROOT_2_OVER_PI).tanh();
  const inner = square
    .mul(3 * CUBIC)
    .add(1)
    .mul(ROOT_2_OVER_PI);
  const right = x.mul(0.5).mul(t.mul(t).neg().add(1)).mul(inner);
  return grad.mul(t.add(1).mul(0.5).add(right));
}

/**
 * `x · Φ(x)`, Φ being the normal distribution function, or its approximation by tanh.
 * Source: `torch.nn.functional.gelu`; Hendrycks & Gimpel 2016.
 * @example
 * F.gelu(torch.tensor([-1, 0, 1.5])) // => tensor([-0.1587,  0.0000,  1.3998])
 */
export function gelu(input: Tensor, options: { approximate?: "none" | "tanh" } = {}): Tensor {
  const call = "nn.functional.gelu";
  const { approximate = "none" } = bindArguments<typeof options>(call, [options], {
    names: [],
    only: ["approximate"],
  });
  if (approximate === "none") {
    return pointwise("GeluBackward0", input, geluOf, [saving([input], geluSlope)]);
  }
  if (approximate === "tanh") {
    return pointwise("GeluBackward0", input, geluTanhOf, [saving([input], geluTanhSlope)]);
  }
  throw new RuntimeError(call, "approximate argument must be either none or tanh.");
}

/**
 * `x · sigmoid(x)`, also called swish. Source: `torch.nn.functional.silu`.
 * @example
 * F.silu(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.2736,  0.3112,  1.7616])
 */
export function silu(input: Tensor, ...given: InplaceRest): Tensor {
  const { inplace } = settingsOf("nn.functional.silu", given, { inplace: false });
  const result = pointwise("SiluBackward0", input, (x) => x * sigmoidOf(x), [
    saving([input], (grad, x) => {
      const s = x.sigmoid();
      return grad.mul(s.mul(x.mul(s.neg().add(1)).add(1)));
    }),
  ]);
  return finish(input, result, inplace);
}

/**
 * `x · tanh(softplus(x))`. Misra 2019. Source: `torch.nn.functional.mish`.
 * @example
 * F.mish(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.2981,  0.3752,  1.9440])
 */
export function mish(input: Tensor, ...given: InplaceRest): Tensor {
  const { inplace } = settingsOf("nn.functional.mish", given, { inplace: false });
  const result = pointwise("MishBackward0", input, (x) => x * tanh(softplusOf(x)), [
    saving([input], (grad, x) => {
      const t = softplus(x).tanh();
      return grad.mul(t.add(x.mul(x.sigmoid()).mul(t.mul(t).neg().add(1))));
    }),
  ]);
  return finish(input, result, inplace);
}

/**
 * `ln(1 + e^(beta x)) / beta`; `x` where `beta · x > threshold`. Source: `torch.nn.functional.softplus`.
 * @example
 * F.softplus(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.2014, 0.9741, 2.1269])
 */
export function softplus(
  input: Tensor,
  ...given: Rest<[beta: number, threshold: number], { beta?: number; threshold?: number }>
): Tensor {
  const { beta, threshold } = settingsOf("nn.functional.softplus", given, { beta: 1, threshold: 20 });
  const f = (x: number) => (x * beta > threshold ? x : log1p(exp(x * beta)) / beta);
  return pointwise("SoftplusBackward0", input, f, [
    saving([input], (grad, x) => where(x.mul(beta).gt(threshold), grad, grad.mul(x.mul(beta).sigmoid()))),
  ]);
}

/**
 * `ln sigmoid(x)`. Source: `torch.nn.functional.logsigmoid`.
 * @example
 * F.logsigmoid(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.7014, -0.4741, -0.1269])
 */
export function logsigmoid(input: Tensor): Tensor {
  return pointwise("LogSigmoidBackward0", input, (x) => min(0, x) - log1p(exp(-abs(x))), [
    saving([input], (grad, x) => grad.mul(x.neg().sigmoid())),
  ]);
}

/**
 * `x / (1 + |x|)`. Source: `torch.nn.functional.softsign`.
 * @example
 * F.softsign(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.6000,  0.3333,  0.6667])
 */
export function softsign(input: Tensor): Tensor {
  return input.div(input.abs().add(1));
}

/**
 * `x - tanh(x)`. Source: `torch.nn.functional.tanhshrink`.
 * @example
 * F.tanhshrink(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.5949,  0.0379,  1.0360])
 */
export function tanhshrink(input: Tensor): Tensor {
  return input.sub(input.tanh());
}

/**
 * The first half of a dimension times the sigmoid of the second. Dauphin et al. 2017. Source: `…functional.glu`.
 * @example
 * F.glu(torch.tensor([0.5, 1, 2, 3])) // => tensor([0.4404, 0.9526])
 */
export function glu(input: Tensor, ...given: Rest<[dim: number], { dim?: number }>): Tensor {
  const { dim } = settingsOf("nn.functional.glu", given, { dim: -1 });
  const d = dim < 0 ? dim + input.ndim : dim;
  const size = input.size(d);
  if (size % 2 !== 0) {
    throw new RuntimeError(
      "nn.functional.glu",
      `Halving dimension must be even, but dimension ${d} is size ${size}`,
    );
  }
  checkReduced("Glu", input.dtype);
  return input.narrow(d, 0, size / 2).mul(input.narrow(d, size / 2, size / 2).sigmoid());
}
