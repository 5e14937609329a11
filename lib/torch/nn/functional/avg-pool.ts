import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { checkReduced, renameNode, type Tensor, tensor } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { type Pooling, poolPlaces } from "./pool-checks";
import { type Operands, poolWindows, toPooling } from "./pool-windows";

/** Keywords of the average pools. */
export type AvgPoolOptions = {
  stride?: Sizes | null;
  padding?: Sizes;
  ceil_mode?: boolean;
  count_include_pad?: boolean;
  divisor_override?: number | null;
};
type AvgRest = Rest<
  [
    stride: Sizes | null,
    padding: Sizes,
    ceil_mode: boolean,
    count_include_pad: boolean,
    divisor_override: number | null,
  ],
  AvgPoolOptions
>;

/**
 * The mean under each place of the kernel: (N, C, L) or (C, L) → (…, L'). Padding counts as zeros, or not at all with
 * `count_include_pad: false`; `divisor_override` divides by another number. Source: `torch.nn.functional.avg_pool1d`.
 * @example
 * F.avg_pool1d(torch.tensor([[1.5, 3, 2, 5]]), 2) // => tensor([[2.2500, 3.5000]])
 */
export function avg_pool1d(input: Tensor, kernel_size: Sizes, ...rest: AvgRest): Tensor {
  return avgPool("nn.functional.avg_pool1d", { input, kernel_size, rank: 1 }, rest);
}

/**
 * The same over images: (N, C, H, W) or (C, H, W). Source: `torch.nn.functional.avg_pool2d`.
 * @example
 * F.avg_pool2d(torch.arange(16).float().view(1, 1, 4, 4), 2) // => tensor([[[[ 2.5000,  4.5000],\n          [10.5000, 12.5000]]]])
 */
export function avg_pool2d(input: Tensor, kernel_size: Sizes, ...rest: AvgRest): Tensor {
  return avgPool("nn.functional.avg_pool2d", { input, kernel_size, rank: 2 }, rest);
}

/**
 * The same over volumes: (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.functional.avg_pool3d`.
 * @example
 * F.avg_pool3d(torch.arange(8).float().view(1, 1, 2, 2, 2), 2) // => tensor([[[[[3.5000]]]]])
 */
export function avg_pool3d(input: Tensor, kernel_size: Sizes, ...rest: AvgRest): Tensor {
  return avgPool("nn.functional.avg_pool3d", { input, kernel_size, rank: 3 }, rest);
}

function avgPool(call: string, operands: Operands, rest: readonly unknown[]): Tensor {
  const { input } = operands;
  const bound = bindArguments<AvgPoolOptions>(call, rest, {
    names: ["stride", "padding", "ceil_mode", "count_include_pad", "divisor_override"],
  });
  const { count_include_pad = true, divisor_override = null, stride, padding, ceil_mode } = bound;
  if (divisor_override === 0) throw new RuntimeError(call, "divisor must be not zero");
  const pooling = toPooling(call, operands, {
    stride: stride ?? null,
    padding: padding ?? 0,
    ceil_mode: ceil_mode ?? false,
  });
  checkReduced(`AvgPool${operands.rank}d`, input.dtype);
  const [first, ...others] = poolWindows(input, pooling, 0);
  const sum = others.reduce((total, view) => total.add(view), first!);
  const divisor = divisor_override ?? divisors(input, pooling, count_include_pad);
  const { rank } = operands;
  return renameNode(sum.div(divisor), rank === 1 ? "SqueezeBackward1" : `AvgPool${rank}DBackward0`);
}

/** How many entries each place counts: what `ceil_mode` adds at the end never counts, padding only if it is asked for. */
function divisors(input: Tensor, pooling: Pooling, includesPadding: boolean): Tensor {
  const { kernel, stride, padding } = pooling;
  const rank = kernel.length;
  const perDimension = poolPlaces(input, pooling).map((count, d) => {
    const size = input.shape[input.ndim - rank + d]!;
    const around = includesPadding ? padding[d]! : 0;
    return Array.from({ length: count }, (_, i) => {
      const start = i * stride[d]! - padding[d]!;
      const end = Math.min(start + kernel[d]!, size + around);
      return end - Math.max(start, -around);
    });
  });
  const options = { dtype: input.dtype };
  return perDimension.reduce(
    (product, counts, d) =>
      product.mul(tensor(counts, options).view([-1, ...new Array<number>(rank - 1 - d).fill(1)])),
    tensor(1, options),
  );
}
