import { bindArguments } from "../../arguments";
import { arange, checkReduced, renameNode, stack, type Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import {
  type Adaptive,
  cellsOf,
  checkFloating,
  emptied,
  type OutputSizes,
  toOutputSizes,
} from "./adaptive-cells";
import type { Pooled } from "./max-pool";

type Options<I extends boolean> = { return_indices?: I };
type PlainRest = Rest<[return_indices: false], Options<false>>;
type IndexedRest = [return_indices: true] | [options: { return_indices: true }];
type AnyRest = Rest<[return_indices: boolean], Options<boolean>>;

/**
 * The largest values of as many stretches as `output_size` asks for: (N, C, L) or (C, L) → (…, output_size). Stretch i goes from
 * ⌊i·L/n⌋ to ⌈(i + 1)·L/n⌉. With `return_indices` also where each stood. Errors: an input without entries.
 * Source: `torch.nn.functional.adaptive_max_pool1d`.
 * @example
 * F.adaptive_max_pool1d(torch.tensor([[1.5, 2, 3]]), 2) // => tensor([[2., 3.]])
 */
export function adaptive_max_pool1d(input: Tensor, output_size: OutputSizes, ...rest: PlainRest): Tensor;
export function adaptive_max_pool1d(input: Tensor, output_size: OutputSizes, ...rest: IndexedRest): Pooled;
export function adaptive_max_pool1d(
  input: Tensor,
  output_size: OutputSizes,
  ...rest: AnyRest
): Tensor | Pooled {
  const pooled = adaptive_max_pool1d_with_indices(input, output_size);
  return wantsIndices("nn.functional.adaptive_max_pool1d", rest) ? pooled : pooled[0];
}

/**
 * The same over images: (N, C, H, W) or (C, H, W). Source: `torch.nn.functional.adaptive_max_pool2d`.
 * @example
 * F.adaptive_max_pool2d(torch.arange(16).float().view(1, 1, 4, 4), 2) // => tensor([[[[ 5.,  7.],\n          [13., 15.]]]])
 */
export function adaptive_max_pool2d(input: Tensor, output_size: OutputSizes, ...rest: PlainRest): Tensor;
export function adaptive_max_pool2d(input: Tensor, output_size: OutputSizes, ...rest: IndexedRest): Pooled;
export function adaptive_max_pool2d(
  input: Tensor,
  output_size: OutputSizes,
  ...rest: AnyRest
): Tensor | Pooled {
  const pooled = adaptive_max_pool2d_with_indices(input, output_size);
  return wantsIndices("nn.functional.adaptive_max_pool2d", rest) ? pooled : pooled[0];
}

/**
 * The same over volumes: (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.functional.adaptive_max_pool3d`.
 * @example
 * F.adaptive_max_pool3d(torch.arange(8).float().view(1, 1, 2, 2, 2), 1) // => tensor([[[[[7.]]]]])
 */
export function adaptive_max_pool3d(input: Tensor, output_size: OutputSizes, ...rest: PlainRest): Tensor;
export function adaptive_max_pool3d(input: Tensor, output_size: OutputSizes, ...rest: IndexedRest): Pooled;
export function adaptive_max_pool3d(
  input: Tensor,
  output_size: OutputSizes,
  ...rest: AnyRest
): Tensor | Pooled {
  const pooled = adaptive_max_pool3d_with_indices(input, output_size);
  return wantsIndices("nn.functional.adaptive_max_pool3d", rest) ? pooled : pooled[0];
}

/**
 * `adaptive_max_pool1d` with `return_indices`. Source: `torch.nn.functional.adaptive_max_pool1d_with_indices`.
 * @example
 * F.adaptive_max_pool1d_with_indices(torch.tensor([[1.5, 2, 3]]), 2)[1] // => tensor([[1, 2]])
 */
export function adaptive_max_pool1d_with_indices(input: Tensor, output_size: OutputSizes): Pooled {
  return adaptive("nn.functional.adaptive_max_pool1d", input, { output_size, rank: 1 });
}

/**
 * `adaptive_max_pool2d` with `return_indices`. Source: `torch.nn.functional.adaptive_max_pool2d_with_indices`.
 * @example
 * F.adaptive_max_pool2d_with_indices(torch.arange(16).float().view(1, 1, 4, 4), 2)[1] // => tensor([[[[ 5,  7],\n          [13, 15]]]])
 */
export function adaptive_max_pool2d_with_indices(input: Tensor, output_size: OutputSizes): Pooled {
  return adaptive("nn.functional.adaptive_max_pool2d", input, { output_size, rank: 2 });
}

/**
 * `adaptive_max_pool3d` with `return_indices`. Source: `torch.nn.functional.adaptive_max_pool3d_with_indices`.
 * @example
 * F.adaptive_max_pool3d_with_indices(torch.arange(8).float().view(1, 1, 2, 2, 2), 1)[1] // => tensor([[[[[7]]]]])
 */
export function adaptive_max_pool3d_with_indices(input: Tensor, output_size: OutputSizes): Pooled {
  return adaptive("nn.functional.adaptive_max_pool3d", input, { output_size, rank: 3 });
}

function wantsIndices(call: string, rest: readonly unknown[]): boolean {
  return bindArguments<Options<boolean>>(call, rest, { names: ["return_indices"] }).return_indices ?? false;
}

function adaptive(call: string, input: Tensor, { output_size, rank }: Adaptive): Pooled {
  const sizes = toOutputSizes(call, input, { output_size, rank });
  checkFloating(call, input, rank === 3 ? "adaptive_max_pool3d_cpu" : "adaptive_max_pool2d");
  checkReduced(`AdaptiveMaxPool${rank}d`, input.dtype);
  if (sizes.includes(0)) return [emptied(input, sizes), emptied(input, sizes).long()];
  const spatial = input.shape.slice(-rank);
  const all = arange(spatial.reduce((product, size) => product * size, 1)).view(spatial);
  const places = cellsOf(all, sizes);
  const cells = cellsOf(input, sizes).map((cell, i) => {
    const { values, indices } = cell.flatten(-rank).max(-1);
    return { values, indices: places[i]!.flatten().at(indices) };
  });
  const shape = [...input.shape.slice(0, -rank), ...sizes];
  const values = stack(
    cells.map((cell) => cell.values),
    -1,
  ).view(shape);
  const indices = stack(
    cells.map((cell) => cell.indices),
    -1,
  ).view(shape);
  const node = rank === 1 ? "SqueezeBackward1" : `AdaptiveMaxPool${rank}DBackward0`;
  return [renameNode(values, node), indices];
}
