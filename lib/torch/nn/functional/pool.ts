import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { renameNode, showShape, stack, type Tensor, tensor } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { nameOf } from "./conv-checks";
import { pad } from "./pad";
import { checkPooling, type Pooling, poolPlaces, toPoolSizes } from "./pool-checks";
import { windows } from "./windows";

/** Keywords of the max pools. */
export type MaxPoolOptions = {
  stride?: Sizes | null;
  padding?: Sizes;
  dilation?: Sizes;
  ceil_mode?: boolean;
};
type MaxRest = Rest<
  [stride: Sizes | null, padding: Sizes, dilation: Sizes, ceil_mode: boolean],
  MaxPoolOptions
>;

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
 * The largest value under each place of the kernel: (N, C, L) or (C, L) → (…, L'). `stride` is the kernel size unless given; NaN wins.
 * Errors: padding above half of the kernel, ranks that do not fit. Source: `torch.nn.functional.max_pool1d`.
 * @example
 * F.max_pool1d(torch.tensor([[1.5, 3, 2, 5]]), 2) // => tensor([[3., 5.]])
 */
export function max_pool1d(input: Tensor, kernel_size: Sizes, ...rest: MaxRest): Tensor {
  return maxPool("nn.functional.max_pool1d", { input, kernel_size, rank: 1 }, rest);
}

/**
 * The same over images: (N, C, H, W) or (C, H, W). Source: `torch.nn.functional.max_pool2d`.
 * @example
 * F.max_pool2d(torch.arange(16).float().view(1, 1, 4, 4), 2) // => tensor([[[[ 5.,  7.],\n          [13., 15.]]]])
 */
export function max_pool2d(input: Tensor, kernel_size: Sizes, ...rest: MaxRest): Tensor {
  return maxPool("nn.functional.max_pool2d", { input, kernel_size, rank: 2 }, rest);
}

/**
 * The same over volumes: (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.functional.max_pool3d`.
 * @example
 * F.max_pool3d(torch.arange(8).float().view(1, 1, 2, 2, 2), 2) // => tensor([[[[[7.]]]]])
 */
export function max_pool3d(input: Tensor, kernel_size: Sizes, ...rest: MaxRest): Tensor {
  return maxPool("nn.functional.max_pool3d", { input, kernel_size, rank: 3 }, rest);
}

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

type Operands = { readonly input: Tensor; readonly kernel_size: Sizes; readonly rank: number };

function checkRank(call: string, input: Tensor, rank: number): void {
  if (input.ndim === rank + 1 || input.ndim === rank + 2) return;
  const name = nameOf(call);
  const sentence =
    rank === 1 && name.startsWith("max")
      ? `max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:${showShape(input.shape)}`
      : rank === 1
        ? `Expected 2 to 3 dimensions, but got ${input.ndim}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`
        : `non-empty ${rank + 1}D or ${rank + 2}D (batch mode) tensor expected for input`;
  throw new RuntimeError(call, sentence, `got shape ${showShape(input.shape)}`);
}

function toPooling(
  call: string,
  { input, kernel_size, rank }: Operands,
  { stride, padding = 0, dilation = 1, ceil_mode = false }: MaxPoolOptions,
): Pooling {
  checkRank(call, input, rank);
  const sizes = (name: string, value: Sizes) => toPoolSizes(call, name, { value, rank });
  const pooling = {
    call,
    kernel: sizes("kernel_size", kernel_size),
    stride: sizes("stride", stride ?? kernel_size),
    padding: sizes("padding", padding),
    dilation: sizes("dilation", dilation),
    ceil_mode,
  };
  checkPooling(pooling);
  return pooling;
}

/** The windows of the padded input; at the end there is as much more padding as the last place needs. */
function poolWindows(input: Tensor, pooling: Pooling, value: number): Tensor[] {
  const { kernel, stride, padding, dilation } = pooling;
  const places = poolPlaces(input, pooling);
  const ends = kernel.map((size, d): [number, number] => {
    const reach = (places[d]! - 1) * stride[d]! + dilation[d]! * (size - 1) + 1;
    const own = input.shape[input.ndim - kernel.length + d]!;
    return [padding[d]!, Math.max(padding[d]!, reach - own - padding[d]!)];
  });
  return windows(pad(input, ends.reverse().flat(), "constant", value), pooling, places);
}

function maxPool(call: string, operands: Operands, rest: readonly unknown[]): Tensor {
  const { input } = operands;
  const bound = bindArguments<MaxPoolOptions>(call, rest, {
    names: ["stride", "padding", "dilation", "ceil_mode"],
  });
  const pooling = toPooling(call, operands, bound);
  if (!input.is_floating_point()) {
    throw new RuntimeError(
      call,
      `"max_pool${operands.rank}d" not implemented for '${input.dtype.scalarName}'`,
    );
  }
  const seen = stack(poolWindows(input, pooling, Number.NEGATIVE_INFINITY));
  return renameNode(seen.max(0).values, `MaxPool${operands.rank}DWithIndicesBackward0`);
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
  const [first, ...others] = poolWindows(input, pooling, 0);
  const sum = others.reduce((total, view) => total.add(view), first!);
  const divisor = divisor_override ?? divisors(input, pooling, count_include_pad);
  return renameNode(sum.div(divisor), `AvgPool${operands.rank}DBackward0`);
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
