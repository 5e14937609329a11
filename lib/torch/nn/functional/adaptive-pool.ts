import { RuntimeError } from "../../errors";
import { renameNode, showShape, stack, type Tensor } from "../../tensor";
import { nameOf } from "./conv-checks";

/** One output size for all dimensions, or one for each; null keeps the input's. */
export type OutputSizes = number | null | readonly (number | null)[];

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

function adaptive(
  call: string,
  input: Tensor,
  { output_size, rank }: { output_size: OutputSizes; rank: number },
): Tensor {
  checkRank(call, input, rank);
  const given = Array.isArray(output_size) ? (output_size as readonly (number | null)[]) : null;
  const own = input.shape.slice(-rank);
  const sizes = own.map(
    (size, d) => (given === null ? (output_size as number | null) : (given[d] ?? null)) ?? size,
  );
  if (sizes.includes(0)) return input.narrow(-1, 0, 0).expand([...input.shape.slice(0, -rank), ...sizes]);
  const cells = cellsOf(own, sizes).map((cell) => {
    const area = cell.reduce(
      (part, { start, size }, d) => part.narrow(input.ndim - rank + d, start, size),
      input,
    );
    return area.mean(cell.map((_, d) => d - rank));
  });
  const output = stack(cells, -1).view([...input.shape.slice(0, -rank), ...sizes]);
  return renameNode(output, `AdaptiveAvgPool${rank}DBackward0`);
}

type Stretch = { readonly start: number; readonly size: number };

/** The stretches of each dimension that make each output, in row-major order. */
function cellsOf(own: readonly number[], sizes: readonly number[]): Stretch[][] {
  return own.reduce<Stretch[][]>(
    (cells, size, d) =>
      cells.flatMap((cell) =>
        Array.from({ length: sizes[d]! }, (_, i) => {
          const start = Math.floor((i * size) / sizes[d]!);
          return [...cell, { start, size: Math.ceil(((i + 1) * size) / sizes[d]!) - start }];
        }),
      ),
    [[]],
  );
}

function checkRank(call: string, input: Tensor, rank: number): void {
  if (input.ndim === rank + 1 || input.ndim === rank + 2) return;
  const name = nameOf(call);
  throw new RuntimeError(
    call,
    rank === 1
      ? `Expected 2 to 3 dimensions, but got ${input.ndim}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`
      : `${name}(): Expected ${rank + 1}D or ${rank + 2}D tensor, but got ${showShape(input.shape)}`,
  );
}
