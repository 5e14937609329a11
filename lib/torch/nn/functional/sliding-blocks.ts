import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { arange, renameNode, showShape, stack, type Tensor, zeros } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { pad } from "./pad";
import { type Movement, placesOf, windows } from "./windows";

/** Keywords of `unfold` and `fold`. */
export type BlockOptions = { dilation?: Sizes; padding?: Sizes; stride?: Sizes };
type BlockRest = Rest<[dilation: Sizes, padding: Sizes, stride: Sizes], BlockOptions>;

/**
 * What each place of a kernel sees, as a column: (N, C, H, W) or (C, H, W) → (…, C · entries of the kernel, places). A convolution
 * is a matrix product with it. Errors: kernels that do not fit. Source: `torch.nn.functional.unfold`.
 * @example
 * F.unfold(torch.arange(6).float().view(1, 1, 2, 3), 2) // => tensor([[[0., 1.],\n         [1., 2.],\n         [3., 4.],\n         [4., 5.]]])
 */
export function unfold(input: Tensor, kernel_size: Sizes, ...rest: BlockRest): Tensor {
  const call = "nn.functional.unfold";
  const blocks = toBlocks(call, kernel_size, rest);
  checkInput(call, input);
  checkFloating(call, input, "im2col_out_cpu");
  const sizes = input.shape.slice(-2);
  const places = placesIn(sizes, blocks);
  if (places.some((count) => count < 1)) {
    throw new RuntimeError(
      call,
      `Given input with spatial size ${pair(sizes)}, ${described(blocks, false)}, calculated shape of the array of sliding blocks as ${pair(places)}, but its components must be at least one.`,
    );
  }
  const [top, left] = blocks.padding as [number, number];
  const seen = windows(pad(input, [left, left, top, top]), blocks, places);
  return renameNode(stack(seen, -3).flatten(-2).flatten(-3, -2), "Im2ColBackward0");
}

/**
 * The inverse of `unfold`, but for a sum: where blocks overlap, their values add up. (N, C · entries, places) or without N →
 * (…, C, H, W). Errors: numbers of rows and places that do not fit. Source: `torch.nn.functional.fold`.
 * @example
 * F.fold(torch.ones(1, 4, 2), [2, 3], 2) // => tensor([[[[1., 2., 1.],\n          [1., 2., 1.]]]])
 */
export function fold(input: Tensor, output_size: Sizes, kernel_size: Sizes, ...rest: BlockRest): Tensor {
  const call = "nn.functional.fold";
  const blocks = toBlocks(call, kernel_size, rest);
  const sizes = toPair(call, "output_size", output_size);
  const places = checkColumns(call, input, { sizes, blocks });
  checkFloating(call, input, "col2im_out_cpu");
  const [top, left] = blocks.padding as [number, number];
  const [height, width] = [sizes[0]! + 2 * top, sizes[1]! + 2 * left];
  const seen = windows(arange(height * width).view([1, height, width]), blocks, places);
  const index = stack(seen).flatten();
  const channels = input.shape.at(-2)! / seen.length;
  const lead = [...input.shape.slice(0, -2), channels];
  const values = input.reshape([...lead, index.numel()]);
  const sum = zeros([...lead, height * width], { dtype: input.dtype }).index_add(-1, index, values);
  const image = sum
    .view([...lead, height, width])
    .narrow(-2, top, sizes[0]!)
    .narrow(-1, left, sizes[1]!);
  return renameNode(image.contiguous(), "Col2ImBackward0");
}

type Blocks = Movement & { readonly padding: readonly number[] };

function toPair(call: string, name: string, value: Sizes): readonly number[] {
  if (typeof value === "number") return [value, value];
  if (value.length === 2) return value;
  throw new RuntimeError(call, `It is expected ${name} equals to 2, but got size ${value.length}`);
}

function toBlocks(call: string, kernel_size: Sizes, rest: readonly unknown[]): Blocks {
  const bound = bindArguments<BlockOptions>(call, rest, { names: ["dilation", "padding", "stride"] });
  const kernel = toPair(call, "kernel_size", kernel_size);
  const dilation = toPair(call, "dilation", bound.dilation ?? 1);
  const padding = toPair(call, "padding", bound.padding ?? 0);
  const stride = toPair(call, "stride", bound.stride ?? 1);
  for (const [name, short, values] of [
    ["kernel size", "kernel", kernel],
    ["dilation", "dilation", dilation],
    ["stride", "stride", stride],
  ] as const) {
    if (values.every((size) => size > 0)) continue;
    throw new RuntimeError(
      call,
      `${name} should be greater than zero, but got ${short}_height: ${values[0]} ${short}_width: ${values[1]}`,
    );
  }
  return { kernel, dilation, padding, stride };
}

function placesIn(sizes: readonly number[], { kernel, stride, dilation, padding }: Blocks): number[] {
  return sizes.map((size, d) =>
    placesOf(size + 2 * padding[d]!, { kernel: kernel[d]!, stride: stride[d]!, dilation: dilation[d]! }),
  );
}

const pair = (sizes: readonly number[]) => `(${sizes.join(", ")})`;

function described({ kernel, dilation, padding, stride }: Blocks, hasStride: boolean): string {
  const text = `kernel_size=${pair(kernel)}, dilation=${pair(dilation)}, padding=${pair(padding)}`;
  return hasStride ? `${text}, stride=${pair(stride)}` : text;
}

function checkInput(call: string, input: Tensor): void {
  const fits = input.ndim === 3 || input.ndim === 4;
  if (fits && input.shape.slice(-3).every((size) => size > 0)) return;
  throw new RuntimeError(
    call,
    `Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: ${showShape(input.shape)}`,
  );
}

function checkFloating(call: string, input: Tensor, kernel: string): void {
  if (input.is_floating_point()) return;
  throw new RuntimeError(call, `"${kernel}" not implemented for '${input.dtype.scalarName}'`);
}

/** The places of the kernel in the output. Throws PyTorch's sentence unless the input has a row an entry and a column a place. */
function checkColumns(
  call: string,
  input: Tensor,
  { sizes, blocks }: { sizes: readonly number[]; blocks: Blocks },
): number[] {
  if ((input.ndim !== 2 && input.ndim !== 3) || input.shape.slice(-2).includes(0)) {
    throw new RuntimeError(
      call,
      `Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: ${showShape(input.shape)}`,
    );
  }
  const [rows, columns] = input.shape.slice(-2) as [number, number];
  if (rows % (blocks.kernel[0]! * blocks.kernel[1]!) !== 0) {
    throw new RuntimeError(
      call,
      `Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=${rows} and kernel_size=${pair(blocks.kernel)}.`,
    );
  }
  const places = placesIn(sizes, blocks);
  const count = places[0]! * places[1]!;
  if (columns === count && places.every((size) => size > 0)) return places;
  throw new RuntimeError(
    call,
    `Given output_size=${pair(sizes)}, ${described(blocks, true)}, expected size of input's dimension 2 to match the calculated number of sliding blocks ${places.join(" * ")} = ${count}, but got input.size(2)=${columns}.`,
  );
}
