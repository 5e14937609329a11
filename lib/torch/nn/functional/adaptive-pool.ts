import { checkReduced, renameNode, stack, type Tensor } from "../../tensor";
import {
  type Adaptive,
  cellsOf,
  checkFloating,
  emptied,
  type OutputSizes,
  toOutputSizes,
} from "./adaptive-cells";

export type { OutputSizes };

/**
 * Means over as many stretches as `output_size` asks for: (N, C, L) or (C, L) → (…, output_size). Stretch i goes from ⌊i·L/n⌋ to
 * ⌈(i + 1)·L/n⌉. Source: `torch.nn.functional.adaptive_avg_pool1d`.
 * @example
 * F.adaptive_avg_pool1d(torch.tensor([[1.5, 2, 3]]), 2) // => tensor([[1.7500, 2.5000]])
 */
export function adaptive_avg_pool1d(input: Tensor, output_size: OutputSizes): Tensor {
  return adaptive("nn.functional.adaptive_avg_pool1d", input, { output_size, rank: 1 });
}

/**
 * The same over images: (N, C, H, W) or (C, H, W). Source: `torch.nn.functional.adaptive_avg_pool2d`.
 * @example
 * F.adaptive_avg_pool2d(torch.arange(16).float().view(1, 1, 4, 4), 2) // => tensor([[[[ 2.5000,  4.5000],\n          [10.5000, 12.5000]]]])
 */
export function adaptive_avg_pool2d(input: Tensor, output_size: OutputSizes): Tensor {
  return adaptive("nn.functional.adaptive_avg_pool2d", input, { output_size, rank: 2 });
}

/**
 * The same over volumes: (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.functional.adaptive_avg_pool3d`.
 * @example
 * F.adaptive_avg_pool3d(torch.arange(8).float().view(1, 1, 2, 2, 2), 1) // => tensor([[[[[3.5000]]]]])
 */
export function adaptive_avg_pool3d(input: Tensor, output_size: OutputSizes): Tensor {
  return adaptive("nn.functional.adaptive_avg_pool3d", input, { output_size, rank: 3 });
}

function adaptive(call: string, input: Tensor, { output_size, rank }: Adaptive): Tensor {
  const sizes = toOutputSizes(call, input, { output_size, rank });
  checkFloating(
    call,
    input,
    ["adaptive_avg_pool2d", "adaptive_avg_pool2d", "adaptive_avg_pool3d_cpu"][rank - 1]!,
  );
  checkReduced(`AdaptiveAvgPool${rank}d`, input.dtype);
  if (sizes.includes(0)) return emptied(input, sizes);
  const cells = cellsOf(input, sizes).map((cell) => cell.mean(sizes.map((_, d) => d - rank)));
  const output = stack(cells, -1).view([...input.shape.slice(0, -rank), ...sizes]);
  const isMean = rank > 1 && sizes.every((size) => size === 1);
  if (isMean) return renameNode(output, "MeanBackward1");
  return renameNode(output, rank === 1 ? "SqueezeBackward1" : `AdaptiveAvgPool${rank}DBackward0`);
}
