import { bindArguments, checkRequired } from "../../arguments";
import { RuntimeError } from "../../errors";
import { bool, pointwise, saving, type Tensor, where } from "../../tensor";
import type { Rest } from "../arguments";
import { finish, type InplaceRest, settingsOf } from "../settings";

const { min, max, fround } = Math;

// PyTorch has the constant in float32 for all dtypes.
const ONE_SIXTH = fround(1 / 6);

/**
 * `x` where positive, else `negative_slope · x`. Source: `torch.nn.functional.leaky_relu`; Maas et al. 2013.
 * @example
 * F.leaky_relu(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.0150,  0.5000,  2.0000])
 */
export function leaky_relu(
  input: Tensor,
  ...given: Rest<[negative_slope: number, inplace: boolean], { negative_slope?: number; inplace?: boolean }>
): Tensor {
  const defaults = { negative_slope: 0.01, inplace: false };
  const { negative_slope, inplace } = settingsOf("nn.functional.leaky_relu", given, defaults);
  const result = pointwise("LeakyReluBackward0", input, (x) => (x > 0 ? x : x * negative_slope), [
    saving([input], (grad, x) => where(x.gt(0), grad, grad.mul(negative_slope))),
  ]);
  return finish(input, result, inplace);
}

function within(x: Tensor, low: number, high: number): Tensor {
  return x.gt(low).logical_and(x.lt(high));
}

/**
 * The values within [min_val, max_val]; the derivative is 0 at the bounds. Source: `torch.nn.functional.hardtanh`.
 * @example
 * F.hardtanh(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.0000,  0.5000,  1.0000])
 */
export function hardtanh(
  input: Tensor,
  ...given: Rest<
    [min_val: number, max_val: number, inplace: boolean],
    { min_val?: number; max_val?: number; inplace?: boolean }
  >
): Tensor {
  const defaults = { min_val: -1, max_val: 1, inplace: false };
  const { min_val, max_val, inplace } = settingsOf("nn.functional.hardtanh", given, defaults);
  return finish(input, clipped(input, min_val, max_val), inplace);
}

function clipped(input: Tensor, low: number, high: number): Tensor {
  if (input.dtype === bool) {
    throw new RuntimeError("nn.functional.hardtanh", "Bool inputs not supported for hardtanh");
  }
  if (!input.is_floating_point()) return input.clamp(low, high);
  return pointwise("HardtanhBackward0", input, (x) => min(max(x, low), high), [
    saving([input], (grad, x) => where(within(x, low, high), grad, 0)),
  ]);
}

/**
 * `min(max(x, 0), 6)`. Source: `torch.nn.functional.relu6`.
 * @example
 * F.relu6(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.0000, 0.5000, 2.0000])
 */
export function relu6(input: Tensor, ...given: InplaceRest): Tensor {
  const { inplace } = settingsOf("nn.functional.relu6", given, { inplace: false });
  return finish(input, clipped(input, 0, 6), inplace);
}

/**
 * `min(max(x + 3, 0), 6) / 6`. Source: `torch.nn.functional.hardsigmoid`.
 * @example
 * F.hardsigmoid(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.2500, 0.5833, 0.8333])
 */
export function hardsigmoid(input: Tensor, ...given: InplaceRest): Tensor {
  const { inplace } = settingsOf("nn.functional.hardsigmoid", given, { inplace: false });
  const result = pointwise("HardsigmoidBackward0", input, (x) => min(max(x + 3, 0), 6) / 6, [
    saving([input], (grad, x) => where(within(x, -3, 3), grad.mul(ONE_SIXTH), 0)),
  ]);
  return finish(input, result, inplace);
}

/**
 * `x · min(max(x + 3, 0), 6) / 6`. Source: `torch.nn.functional.hardswish`; Howard et al. 2019.
 * @example
 * F.hardswish(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.3750,  0.2917,  1.6667])
 */
export function hardswish(input: Tensor, ...given: InplaceRest): Tensor {
  const { inplace } = settingsOf("nn.functional.hardswish", given, { inplace: false });
  const result = pointwise("HardswishBackward0", input, (x) => (x * min(max(x + 3, 0), 6)) / 6, [
    saving([input], (grad, x) => {
      const inner = where(x.le(3), grad.mul(x.div(3).add(0.5)), grad);
      return where(x.lt(-3), 0, inner);
    }),
  ]);
  return finish(input, result, inplace);
}

/**
 * `x` where |x| > lambd, else 0. Source: `torch.nn.functional.hardshrink`.
 * @example
 * F.hardshrink(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.5000,  0.0000,  2.0000])
 */
export function hardshrink(input: Tensor, ...given: Rest<[lambd: number], { lambd?: number }>): Tensor {
  const { lambd } = settingsOf("nn.functional.hardshrink", given, { lambd: 0.5 });
  return input.hardshrink(lambd);
}

/**
 * `x` nearer to 0 by lambd, but not beyond. Source: `torch.nn.functional.softshrink`.
 * @example
 * F.softshrink(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.0000,  0.0000,  1.5000])
 */
export function softshrink(input: Tensor, ...given: Rest<[lambd: number], { lambd?: number }>): Tensor {
  const { lambd } = settingsOf("nn.functional.softshrink", given, { lambd: 0.5 });
  if (lambd < 0) {
    throw new RuntimeError(
      "nn.functional.softshrink",
      `lambda must be greater or equal to 0, but found to be ${lambd}.`,
    );
  }
  const f = (x: number) => (x > lambd ? x - lambd : x < -lambd ? x + lambd : 0);
  return pointwise("SoftshrinkBackward0", input, f, [
    saving([input], (grad, x) => where(x.abs().le(lambd), 0, grad)),
  ]);
}

/**
 * `x` where x > threshold, else `value`. Source: `torch.nn.functional.threshold`.
 * @example
 * F.threshold(torch.tensor([-1.5, 0.5, 2]), 1, 0) // => tensor([0., 0., 2.])
 */
export function threshold(
  input: Tensor,
  ...given:
    | [threshold: number, value: number, ...rest: InplaceRest]
    | [options: { threshold: number; value: number; inplace?: boolean }]
): Tensor {
  const call = "nn.functional.threshold";
  const names = ["threshold", "value", "inplace"] as const;
  checkRequired(call, bindArguments<Record<(typeof names)[number], unknown>>(call, given, { names }), [
    "threshold",
    "value",
  ]);
  const {
    threshold: bar,
    value,
    inplace,
  } = settingsOf(call, given, { threshold: 0, value: 0, inplace: false });
  const result = pointwise("ThresholdBackward0", input, (x) => (x <= bar ? value : x), [
    saving([input], (grad, x) => where(x.le(bar), 0, grad)),
  ]);
  return finish(input, result, inplace);
}
