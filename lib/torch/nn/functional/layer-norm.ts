import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { checkReduced, renameNode, showShape, type Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { checkBatch } from "./batch-norm";
import { roundedOnce } from "./rounded-once";

/** Keywords of `layer_norm` and `group_norm`. */
export type AffineOptions = { weight?: Tensor | null; bias?: Tensor | null; eps?: number };
type Given = Rest<[weight: Tensor | null, bias: Tensor | null, eps: number], AffineOptions>;

/**
 * (x - mean)/√(var + eps) · weight + bias, with mean and variance over the last dimensions, whose sizes are
 * `normalized_shape`. Shapes: (…, *normalized_shape) → the same. Ba, Kiros & Hinton 2016.
 * Errors: other sizes at the end of the input. Source: `torch.nn.functional.layer_norm`.
 * @example
 * F.layer_norm(torch.tensor([1.5, 2.5, 3.5]), [3]) // => tensor([-1.2247,  0.0000,  1.2247])
 */
export function layer_norm(input: Tensor, normalized_shape: readonly number[], ...rest: Given): Tensor {
  const call = "nn.functional.layer_norm";
  const {
    weight = null,
    bias = null,
    eps = 1e-5,
  } = bindArguments<AffineOptions>(call, rest, {
    names: ["weight", "bias", "eps"],
  });
  checkNormalized(call, input, { normalized_shape, weight, bias });
  checkReduced("NativeLayerNorm", input.dtype);
  const last = normalized_shape.map((_, d) => d - normalized_shape.length);
  const output = roundedOnce(input, (x) => {
    const rstd = x.var(last, { unbiased: false, keepdim: true }).add(eps).rsqrt();
    const shift = x.mean(last, true).mul(rstd).neg();
    const centred = x.mul(rstd).add(shift);
    const scaled = weight === null ? centred : centred.mul(weight);
    return bias === null ? scaled : scaled.add(bias);
  });
  return renameNode(output, "NativeLayerNormBackward0");
}

function checkNormalized(
  call: string,
  input: Tensor,
  {
    normalized_shape,
    weight,
    bias,
  }: { normalized_shape: readonly number[]; weight: Tensor | null; bias: Tensor | null },
): void {
  const wanted = showShape(normalized_shape);
  if (normalized_shape.length === 0) {
    throw new RuntimeError(
      call,
      "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []",
    );
  }
  for (const [name, value] of Object.entries({ weight, bias })) {
    if (value === null || showShape(value.shape) === wanted) continue;
    throw new RuntimeError(
      call,
      `Expected ${name} to be of same shape as normalized_shape, but got ${name} of shape ${showShape(value.shape)} and normalized_shape = ${wanted}`,
    );
  }
  if (showShape(input.shape.slice(-normalized_shape.length)) !== wanted) {
    throw new RuntimeError(
      call,
      `Given normalized_shape=${wanted}, expected input with shape [*, ${normalized_shape.join(", ")}], but got input of size${showShape(input.shape)}`,
    );
  }
  if (weight !== null && weight.dtype !== input.dtype) {
    throw new RuntimeError(
      call,
      `expected scalar type ${input.dtype.scalarName} but found ${weight.dtype.scalarName}`,
      `convert the input: x.to(torch.${weight.dtype.name})`,
    );
  }
}

/**
 * (x - mean)/√(var + eps) · weight + bias, with mean and variance over groups of channels and all that is spatial. Shapes:
 * (N, C, …) → (N, C, …), C a multiple of `num_groups`; weight and bias (C). Wu & He 2018.
 * Errors: channels that do not fit. Source: `torch.nn.functional.group_norm`.
 * @example
 * F.group_norm(torch.tensor([[1.5, 3.5, 5, 5]]), 2) // => tensor([[-1.0000,  1.0000,  0.0000,  0.0000]])
 */
export function group_norm(input: Tensor, num_groups: number, ...rest: Given): Tensor {
  const call = "nn.functional.group_norm";
  const {
    weight = null,
    bias = null,
    eps = 1e-5,
  } = bindArguments<AffineOptions>(call, rest, {
    names: ["weight", "bias", "eps"],
  });
  const samples = input.size(0);
  const channels = input.size(1);
  const grouped = [Math.floor((samples * channels) / num_groups), num_groups, ...input.shape.slice(2)];
  checkBatch(call, grouped, showShape(grouped));
  checkGroups(call, input, { num_groups, weight, bias });
  checkReduced("NativeGroupNorm", input.dtype);
  const size = channels / num_groups;
  const perChannel = [1, num_groups, size, 1];
  const output = roundedOnce(input, (x) => {
    const split = x.reshape(samples, num_groups, size, x.numel() / (samples * channels) || 0);
    const rstd = split.var([2, 3], { unbiased: false, keepdim: true }).add(eps).rsqrt();
    const factor = weight === null ? rstd : rstd.mul(weight.view(perChannel));
    const shift = split.mean([2, 3], true).mul(factor).neg();
    const summand = bias === null ? shift : bias.view(perChannel).add(shift);
    return split.mul(factor).add(summand).view(input.shape);
  });
  return renameNode(output, "NativeGroupNormBackward0");
}

function checkGroups(
  call: string,
  input: Tensor,
  { num_groups, weight, bias }: { num_groups: number; weight: Tensor | null; bias: Tensor | null },
): void {
  const channels = input.shape[1]!;
  if (channels % num_groups !== 0) {
    throw new RuntimeError(
      call,
      `Expected number of channels in input to be divisible by num_groups, but got input of shape ${showShape(input.shape)} and num_groups=${num_groups}`,
    );
  }
  for (const [name, value] of Object.entries({ weight, bias })) {
    if (value === null || (value.ndim === 1 && value.shape[0] === channels)) continue;
    throw new RuntimeError(
      call,
      `Expected ${name} to be a vector of size equal to the number of channels in input, but got ${name} of shape ${showShape(value.shape)} and input of shape ${showShape(input.shape)}`,
    );
  }
}
