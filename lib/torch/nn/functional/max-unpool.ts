import { bindArguments } from "../../arguments";
import { RuntimeError, ValueError } from "../../errors";
import { int64, renameNode, showShape, type Tensor, zeros } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { nameOf } from "./conv-checks";

/** Keywords of the inverses of max pools. */
export type MaxUnpoolOptions = {
  stride?: Sizes | null;
  padding?: Sizes;
  output_size?: readonly number[] | null;
};
type UnpoolRest = Rest<
  [stride: Sizes | null, padding: Sizes, output_size: readonly number[] | null],
  MaxUnpoolOptions
>;

/**
 * The inverse of `max_pool1d`, as far as there is one: each value at the place that `indices` gives, 0 elsewhere. `output_size`
 * chooses among the sizes that the pooling could have come from. Errors: places outside; sizes that do not fit.
 * Source: `torch.nn.functional.max_unpool1d`.
 * @example
 * F.max_unpool1d(torch.ones(1, 2), torch.tensor([[1, 3]]), 2) // => tensor([[0., 1., 0., 1.]])
 */
export function max_unpool1d(
  input: Tensor,
  indices: Tensor,
  kernel_size: Sizes,
  ...rest: UnpoolRest
): Tensor {
  return unpool("nn.functional.max_unpool1d", { input, indices, kernel_size, rank: 1 }, rest);
}

/**
 * The same over images: (N, C, H, W) or (C, H, W). Source: `torch.nn.functional.max_unpool2d`.
 * @example
 * F.max_unpool2d(torch.ones(1, 1, 1), torch.tensor([[[3]]]), 2) // => tensor([[[0., 0.],\n         [0., 1.]]])
 */
export function max_unpool2d(
  input: Tensor,
  indices: Tensor,
  kernel_size: Sizes,
  ...rest: UnpoolRest
): Tensor {
  return unpool("nn.functional.max_unpool2d", { input, indices, kernel_size, rank: 2 }, rest);
}

/**
 * The same over volumes: (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.functional.max_unpool3d`.
 * @example
 * F.max_unpool3d(torch.ones(1, 1, 1, 1), torch.tensor([[[[7]]]]), 2).flatten() // => tensor([0., 0., 0., 0., 0., 0., 0., 1.])
 */
export function max_unpool3d(
  input: Tensor,
  indices: Tensor,
  kernel_size: Sizes,
  ...rest: UnpoolRest
): Tensor {
  return unpool("nn.functional.max_unpool3d", { input, indices, kernel_size, rank: 3 }, rest);
}

type Operands = {
  readonly input: Tensor;
  readonly indices: Tensor;
  readonly kernel_size: Sizes;
  readonly rank: number;
};

function unpool(call: string, operands: Operands, rest: readonly unknown[]): Tensor {
  const { input, indices, rank } = operands;
  const { output_size, ...settings } = bindArguments<MaxUnpoolOptions>(call, rest, {
    names: ["stride", "padding", "output_size"],
  });
  checkRank(call, operands);
  const sizes = outputSizes(operands, settings, output_size ?? null);
  checkIndices(call, operands, sizes);
  const lead = input.shape.slice(0, -rank);
  const count = sizes.reduce((product, size) => product * size, 1);
  const empty = zeros([...lead, count], { dtype: input.dtype });
  const output = empty.scatter(-1, indices.flatten(-rank), input.flatten(-rank)).view([...lead, ...sizes]);
  return renameNode(output, rank === 1 ? "SqueezeBackward1" : `MaxUnpool${rank}DBackward0`);
}

function checkRank(call: string, { input, rank }: Operands): void {
  if (input.ndim === rank + 1 || input.ndim === rank + 2) return;
  // PyTorch works on one dimension as on two.
  const plane = Math.max(rank, 2);
  const ndim = input.ndim + plane - rank;
  throw new RuntimeError(
    call,
    `Input to max_unpooling${plane}d should be a ${plane + 1}d or ${plane + 2}d Tensor, but got a tensor with ${ndim} dimensions.`,
  );
}

function toList(value: Sizes, rank: number): readonly number[] {
  return typeof value === "number" ? new Array<number>(rank).fill(value) : value;
}

/** The sizes that the pooling came from; `wanted` may lie within one step of what the numbers give. */
function outputSizes(
  { input, kernel_size, rank }: Operands,
  { stride, padding = 0 }: MaxUnpoolOptions,
  wanted: readonly number[] | null,
): readonly number[] {
  const kernel = toList(kernel_size, rank);
  const steps = toList(stride ?? kernel_size, rank);
  const around = toList(padding, rank);
  const own = input.shape.slice(-rank);
  const usual = own.map((size, d) => (size - 1) * steps[d]! + kernel[d]! - 2 * around[d]!);
  if (wanted === null) return usual;
  const call = `nn.functional.max_unpool${rank}d`;
  const sizes = wanted.length === rank + 2 ? wanted.slice(2) : wanted;
  if (sizes.length !== rank) {
    throw new ValueError(
      call,
      `output_size should be a sequence containing ${rank} or ${rank + 2} elements, but it has a length of '${sizes.length}'`,
    );
  }
  sizes.forEach((size, d) => {
    const [least, most] = [usual[d]! - steps[d]!, usual[d]! + steps[d]!];
    if (least < size && size < most) return;
    throw new ValueError(
      call,
      `invalid output_size "${showShape(sizes)}" (dim ${d} must be between ${least} and ${most})`,
    );
  });
  return sizes;
}

function checkIndices(call: string, { input, indices, rank }: Operands, sizes: readonly number[]): void {
  if (indices.dtype !== int64) {
    throw new RuntimeError(
      call,
      `elements in indices should be type int64 but got: ${indices.dtype.scalarName}`,
    );
  }
  const shown = (shape: readonly number[]) => showShape(rank === 1 ? [...shape, 1] : shape);
  if (showShape(input.shape) !== showShape(indices.shape)) {
    throw new RuntimeError(
      call,
      `Expected shape of indices to be same as that of the input tensor (${shown(input.shape)}) but got indices tensor with shape: ${shown(indices.shape)}`,
    );
  }
  const count = sizes.reduce((product, size) => product * size, 1);
  const wrong = indices.flatten().at(indices.flatten().ge(count).logical_or(indices.flatten().lt(0)));
  if (wrong.numel() === 0) return;
  const volume = (rank === 1 ? [...sizes, 1] : sizes).join("x");
  throw new RuntimeError(
    call,
    `Found an invalid max index: ${wrong.at(-1).item()} (output volumes are of size ${volume}`,
    `${nameOf(call)} takes the indices of the pooling of the same kernel`,
  );
}
