import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { checkReduced, renameNode, stack, type Tensor, zeros_like } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { finished } from "./conv";
import { type Convolution, checkConvolution, checkRank, toExpanded } from "./conv-checks";
import { pad } from "./pad";

/** Keywords of `conv_transpose1d`, `conv_transpose2d` and `conv_transpose3d`. */
export type TransposedOptions = {
  bias?: Tensor | null;
  stride?: Sizes;
  padding?: Sizes;
  output_padding?: Sizes;
  groups?: number;
  dilation?: Sizes;
};
type Positional = [
  bias: Tensor | null,
  stride: Sizes,
  padding: Sizes,
  output_padding: Sizes,
  groups: number,
  dilation: Sizes,
];
type Given = Rest<Positional, TransposedOptions>;

/**
 * The transpose of `conv1d` as a linear map: every input entry lays down the kernel, `stride` apart, and where kernels overlap
 * they add up. (N, C, L) with weight (C, O/groups, K) → (N, O, L'), L' = (L - 1)·stride - 2·padding + dilation·(K - 1) +
 * output_padding + 1. Source: `torch.nn.functional.conv_transpose1d`.
 * @example
 * F.conv_transpose1d(torch.ones(1, 1, 2), torch.ones(1, 1, 3)) // => tensor([[[1., 2., 2., 1.]]])
 */
export function conv_transpose1d(input: Tensor, weight: Tensor, ...rest: Given): Tensor {
  return transposed("nn.functional.conv_transpose1d", { input, weight, rank: 1 }, rest);
}

/**
 * The same in two dimensions. Source: `torch.nn.functional.conv_transpose2d`.
 * @example
 * F.conv_transpose2d(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 2, 2)) // => tensor([[[[1., 2., 1.],\n          [2., 4., 2.],\n          [1., 2., 1.]]]])
 */
export function conv_transpose2d(input: Tensor, weight: Tensor, ...rest: Given): Tensor {
  return transposed("nn.functional.conv_transpose2d", { input, weight, rank: 2 }, rest);
}

/**
 * The same in three dimensions. Source: `torch.nn.functional.conv_transpose3d`.
 * @example
 * F.conv_transpose3d(torch.ones(1, 1, 2, 2, 2), torch.ones(1, 1, 2, 2, 2)).shape // => 1,1,3,3,3
 */
export function conv_transpose3d(input: Tensor, weight: Tensor, ...rest: Given): Tensor {
  return transposed("nn.functional.conv_transpose3d", { input, weight, rank: 3 }, rest);
}

type Operands = { readonly input: Tensor; readonly weight: Tensor; readonly rank: number };
type Transposed = Convolution & { readonly output_padding: readonly number[] };

function transposed(call: string, { input, weight, rank }: Operands, rest: readonly unknown[]): Tensor {
  const bound = bindArguments<TransposedOptions>(call, rest, {
    names: ["bias", "stride", "padding", "output_padding", "groups", "dilation"],
  });
  const hasBatch = checkRank(call, input, rank);
  const batch = hasBatch ? input : input.unsqueeze(0);
  const spatial = weight.ndim - 2;
  const expand = (name: "stride" | "padding" | "output_padding" | "dilation", usual: number) =>
    toExpanded(call, name, { value: bound[name] ?? usual, rank: spatial });
  const spec = {
    call,
    weight,
    bias: bound.bias ?? null,
    stride: expand("stride", 1),
    padding: expand("padding", 0),
    output_padding: expand("output_padding", 0),
    dilation: expand("dilation", 1),
    groups: bound.groups ?? 1,
  };
  checkConvolution(batch, spec, true);
  checkOutput(batch, spec);
  checkReduced("ConvolutionTranspose", input.dtype);
  const output = renameNode(byOverlap(batch, spec), "ConvolutionBackward0");
  return hasBatch ? output : output.squeeze(0);
}

const AXES: Readonly<Record<number, readonly string[]>> = {
  1: ["height", "width"],
  2: ["height", "width"],
  3: ["depth", "height", "width"],
};

function sizesOf(input: Tensor, spec: Transposed): number[] {
  const kernel = spec.weight.shape.slice(2);
  return input.shape
    .slice(2)
    .map(
      (size, d) =>
        (size - 1) * spec.stride[d]! -
        2 * spec.padding[d]! +
        spec.dilation[d]! * (kernel[d]! - 1) +
        spec.output_padding[d]! +
        1,
    );
}

function checkOutput(input: Tensor, spec: Transposed): void {
  const { call, stride, dilation, output_padding } = spec;
  const rank = stride.length;
  // PyTorch runs one dimension as two, of which the first is trivial.
  const wide = (values: readonly number[], first: number) => (rank === 1 ? [first, ...values] : values);
  if (output_padding.some((size, d) => size >= stride[d]! && size >= dilation[d]!)) {
    const named = (name: string, values: readonly number[]) =>
      values.map((value, d) => `${name}_${AXES[rank]![d]}: ${value}`).join(" ");
    throw new RuntimeError(
      call,
      `output padding must be smaller than either stride or dilation, but got ${named("output_padding", wide(output_padding, 0))} ${named("stride", wide(stride, 1))} ${named("dilation", wide(dilation, 1))}`,
    );
  }
  const sizes = sizesOf(input, spec);
  if (sizes.every((size) => size >= 1)) return;
  throw new RuntimeError(
    call,
    `Given input size per channel: (${wide(input.shape.slice(2), 1).join(" x ")}). Calculated output size per channel: (${wide(sizes, 1).join(" x ")}). Output size is too small`,
  );
}

/** One product gives what each input entry lays down; then the kernel's dimensions are folded into the image, last first. */
function byOverlap(input: Tensor, spec: Transposed): Tensor {
  const { weight, bias, groups } = spec;
  const [inputs = 0, perGroup = 0, ...kernel] = weight.shape;
  const sizes = sizesOf(input, spec);
  const [batch = 0, , ...places] = input.shape;
  const left = weight.reshape(groups, inputs / groups, weight.numel() / inputs).transpose(1, 2);
  const right = input.transpose(0, 1).reshape(groups, inputs / groups, input.numel() / inputs);
  let laid = left.matmul(right).reshape(perGroup * groups, ...kernel, batch, ...places);
  for (let d = kernel.length - 1; d >= 0; d--) laid = fold(laid, d, { spec, size: sizes[d]! });
  return finished(laid, bias);
}

/** Joins dimension 1 + d (the kernel's d-th) with the image's d-th: entry k of the kernel is shifted by k · dilation. */
function fold(laid: Tensor, d: number, { spec, size }: { spec: Transposed; size: number }): Tensor {
  const { stride, padding, dilation, output_padding } = spec;
  const rank = stride.length;
  const entries = laid.shape[1 + d]!;
  const reach = dilation[d]! * (entries - 1);
  let sum: Tensor | null = null;
  for (let k = 0; k < entries; k++) {
    const slice = laid.select(1 + d, k);
    const axis = slice.ndim - rank + d;
    const before = k * dilation[d]!;
    const ends = new Array<number>(2 * (slice.ndim - axis)).fill(0);
    ends[ends.length - 2] = before;
    ends[ends.length - 1] = reach - before + output_padding[d]!;
    const placed = pad(spaced(slice, axis, stride[d]!), ends);
    sum = sum === null ? placed : sum.add(placed);
  }
  return sum!.narrow(sum!.ndim - rank + d, padding[d]!, size);
}

/** With `step - 1` zeros between neighbours along one dimension. */
function spaced(input: Tensor, dim: number, step: number): Tensor {
  if (step === 1) return input;
  const gaps = new Array<Tensor>(step - 1).fill(zeros_like(input));
  const shape = input.shape.map((size, d) => (d === dim ? size * step : size));
  const wide = stack([input, ...gaps], dim + 1).reshape(shape);
  return wide.narrow(dim, 0, (input.shape[dim]! - 1) * step + 1);
}
