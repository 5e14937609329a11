import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { arange, checkReduced, renameNode, stack, type Tensor, tensor } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { type Pooling, poolPlaces } from "./pool-checks";
import { type Operands, type PoolSettings, poolWindows, toPooling } from "./pool-windows";

/** Keywords of the max pools. */
export type MaxPoolOptions<WithIndices extends boolean = false> = PoolSettings & {
  return_indices?: WithIndices;
};
/** The largest values, and where each stood in the flattened spatial dimensions. */
export type Pooled = [output: Tensor, indices: Tensor];

type Places = [stride: Sizes | null, padding: Sizes, dilation: Sizes, ceil_mode: boolean];
type PlainRest = Rest<[...Places, return_indices: false], MaxPoolOptions>;
type IndexedRest =
  | Rest<Places, PoolSettings & { return_indices: true }>
  | [
      stride: Sizes | null | undefined,
      padding: Sizes | undefined,
      dilation: Sizes | undefined,
      ceil_mode: boolean | undefined,
      return_indices: true,
    ];
type AnyRest = Rest<[...Places, return_indices: boolean], MaxPoolOptions<boolean>>;

/**
 * The largest value under each place of the kernel: (N, C, L) or (C, L) → (…, L'). `stride` is the kernel size unless given; NaN wins.
 * With `return_indices` also where each stood, as `max_unpool1d` takes it.
 * Errors: padding above half of the kernel, ranks that do not fit. Source: `torch.nn.functional.max_pool1d`.
 * @example
 * F.max_pool1d(torch.tensor([[1.5, 3, 2, 5]]), 2) // => tensor([[3., 5.]])
 * @example
 * F.max_pool1d(torch.tensor([[1.5, 3, 2, 5]]), 2, { return_indices: true })[1] // => tensor([[1, 3]])
 */
export function max_pool1d(input: Tensor, kernel_size: Sizes, ...rest: PlainRest): Tensor;
export function max_pool1d(input: Tensor, kernel_size: Sizes, ...rest: IndexedRest): Pooled;
export function max_pool1d(input: Tensor, kernel_size: Sizes, ...rest: AnyRest): Tensor | Pooled {
  return maxPool("nn.functional.max_pool1d", { input, kernel_size, rank: 1 }, rest);
}

/**
 * The same over images: (N, C, H, W) or (C, H, W). Source: `torch.nn.functional.max_pool2d`.
 * @example
 * F.max_pool2d(torch.arange(16).float().view(1, 1, 4, 4), 2) // => tensor([[[[ 5.,  7.],\n          [13., 15.]]]])
 */
export function max_pool2d(input: Tensor, kernel_size: Sizes, ...rest: PlainRest): Tensor;
export function max_pool2d(input: Tensor, kernel_size: Sizes, ...rest: IndexedRest): Pooled;
export function max_pool2d(input: Tensor, kernel_size: Sizes, ...rest: AnyRest): Tensor | Pooled {
  return maxPool("nn.functional.max_pool2d", { input, kernel_size, rank: 2 }, rest);
}

/**
 * The same over volumes: (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.functional.max_pool3d`.
 * @example
 * F.max_pool3d(torch.arange(8).float().view(1, 1, 2, 2, 2), 2) // => tensor([[[[[7.]]]]])
 */
export function max_pool3d(input: Tensor, kernel_size: Sizes, ...rest: PlainRest): Tensor;
export function max_pool3d(input: Tensor, kernel_size: Sizes, ...rest: IndexedRest): Pooled;
export function max_pool3d(input: Tensor, kernel_size: Sizes, ...rest: AnyRest): Tensor | Pooled {
  return maxPool("nn.functional.max_pool3d", { input, kernel_size, rank: 3 }, rest);
}

/**
 * `max_pool1d` with `return_indices`: the values and where they stood. Source: `torch.nn.functional.max_pool1d_with_indices`.
 * @example
 * F.max_pool1d_with_indices(torch.tensor([[1.5, 3, 2, 5]]), 2)[1] // => tensor([[1, 3]])
 */
export function max_pool1d_with_indices(input: Tensor, kernel_size: Sizes, ...rest: AnyRest): Pooled {
  return indexedPool(
    "nn.functional.max_pool1d",
    { input, kernel_size, rank: 1 },
    toSettings("max_pool1d", rest),
  );
}

/**
 * `max_pool2d` with `return_indices`; they count the pixels row by row. Source: `torch.nn.functional.max_pool2d_with_indices`.
 * @example
 * F.max_pool2d_with_indices(torch.arange(16).float().view(1, 1, 4, 4), 2)[1] // => tensor([[[[ 5,  7],\n          [13, 15]]]])
 */
export function max_pool2d_with_indices(input: Tensor, kernel_size: Sizes, ...rest: AnyRest): Pooled {
  return indexedPool(
    "nn.functional.max_pool2d",
    { input, kernel_size, rank: 2 },
    toSettings("max_pool2d", rest),
  );
}

/**
 * `max_pool3d` with `return_indices`. Source: `torch.nn.functional.max_pool3d_with_indices`.
 * @example
 * F.max_pool3d_with_indices(torch.arange(8).float().view(1, 1, 2, 2, 2), 2)[1] // => tensor([[[[[7]]]]])
 */
export function max_pool3d_with_indices(input: Tensor, kernel_size: Sizes, ...rest: AnyRest): Pooled {
  return indexedPool(
    "nn.functional.max_pool3d",
    { input, kernel_size, rank: 3 },
    toSettings("max_pool3d", rest),
  );
}

function toSettings(name: string, rest: readonly unknown[]): MaxPoolOptions<boolean> {
  return bindArguments<MaxPoolOptions<boolean>>(`nn.functional.${name}`, rest, {
    names: ["stride", "padding", "dilation", "ceil_mode", "return_indices"],
  });
}

function maxPool(call: string, operands: Operands, rest: readonly unknown[]): Tensor | Pooled {
  const settings = toSettings(call.slice(call.lastIndexOf(".") + 1), rest);
  if (settings.return_indices) return indexedPool(call, operands, settings);
  const pooling = toPooling(call, operands, settings);
  checkFloating(call, operands, `max_pool${operands.rank}d`);
  checkReduced(`MaxPool${operands.rank}d`, operands.input.dtype);
  return largest(operands, pooling).values;
}

function indexedPool(call: string, operands: Operands, settings: PoolSettings): Pooled {
  const pooling = toPooling(`${call}_with_indices`, operands, settings);
  checkFloating(call, operands, operands.rank === 3 ? "max_pool3d_with_indices_cpu" : "max_pool2d");
  checkReduced(`MaxPool${Math.max(operands.rank, 2)}d`, operands.input.dtype);
  const { values, indices } = largest(operands, pooling);
  const places = poolPlaces(operands.input, pooling);
  const count = places.reduce((product, size) => product * size, 1);
  const entries = indices.mul(count).add(arange(count).view(places));
  return [values, tensor(sourcesOf(operands.input, pooling)).at(entries)];
}

function checkFloating(call: string, { input }: Operands, kernel: string): void {
  if (input.is_floating_point()) return;
  throw new RuntimeError(call, `"${kernel}" not implemented for '${input.dtype.scalarName}'`);
}

/** The largest values, and which entry of the kernel saw each. */
function largest({ input, rank }: Operands, pooling: Pooling): { values: Tensor; indices: Tensor } {
  const seen = stack(poolWindows(input, pooling, Number.NEGATIVE_INFINITY));
  const { values, indices } = seen.max(0);
  const node = rank === 1 ? "SqueezeBackward1" : `MaxPool${rank}DWithIndicesBackward0`;
  return { values: renameNode(values, node), indices };
}

/**
 * Where each entry of the kernel looks from each place, in the flattened spatial dimensions. What lies in the padding counts as
 * the nearest value of the input: that is where PyTorch begins to look, and what it answers if all values are -∞.
 */
function sourcesOf(input: Tensor, pooling: Pooling): number[] {
  const { kernel, stride, padding, dilation } = pooling;
  const sizes = input.shape.slice(-kernel.length);
  const places = poolPlaces(input, pooling);
  let entries: number[][] = [[]];
  for (const count of [...kernel, ...places]) {
    entries = entries.flatMap((entry) => Array.from({ length: count }, (_, i) => [...entry, i]));
  }
  return entries.map((entry) =>
    sizes.reduce((index, size, d) => {
      const at = entry[kernel.length + d]! * stride[d]! + entry[d]! * dilation[d]! - padding[d]!;
      return index * size + Math.min(Math.max(at, 0), size - 1);
    }, 0),
  );
}
