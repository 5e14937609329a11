import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { checkReduced, renameNode, type Tensor } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { type Convolution, checkConvolution, checkFits, checkRank, toExpanded } from "./conv-checks";
import { pad } from "./pad";
import { columns, placesOf } from "./windows";

/** Keywords of `conv1d`, `conv2d` and `conv3d`. */
export type ConvolutionOptions = {
  bias?: Tensor | null;
  stride?: Sizes;
  padding?: Sizes | "valid" | "same";
  dilation?: Sizes;
  groups?: number;
};
type Positional = [
  bias: Tensor | null,
  stride: Sizes,
  padding: Sizes | "valid" | "same",
  dilation: Sizes,
  groups: number,
];
type Given = Rest<Positional, ConvolutionOptions>;

/**
 * Slides kernels over a signal: (N, C, L) with weight (O, C/groups, K) → (N, O, L'), L' = ⌊(L + 2·padding -
 * dilation·(K - 1) - 1)/stride⌋ + 1. Without N for a single sample. `padding` may be "same" or "valid".
 * Errors: channels, ranks and dtypes that do not fit. Source: `torch.nn.functional.conv1d`.
 * @example
 * F.conv1d(torch.ones(1, 1, 4), torch.ones(1, 1, 3)) // => tensor([[[3., 3.]]])
 */
export function conv1d(input: Tensor, weight: Tensor, ...rest: Given): Tensor {
  return convolve("nn.functional.conv1d", { input, weight, rank: 1 }, rest);
}

/**
 * The same in two dimensions: (N, C, H, W) with weight (O, C/groups, K₁, K₂). Source: `torch.nn.functional.conv2d`.
 * @example
 * F.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 3, 3), null, 1, 1).at(0, 0, 0) // => tensor([4., 6., 4.])
 */
export function conv2d(input: Tensor, weight: Tensor, ...rest: Given): Tensor {
  return convolve("nn.functional.conv2d", { input, weight, rank: 2 }, rest);
}

/**
 * The same in three dimensions: (N, C, D, H, W) with weight (O, C/groups, K₁, K₂, K₃). Source: `torch.nn.functional.conv3d`.
 * @example
 * F.conv3d(torch.ones(1, 1, 2, 2, 2), torch.ones(1, 1, 2, 2, 2)).item() // => 8
 */
export function conv3d(input: Tensor, weight: Tensor, ...rest: Given): Tensor {
  return convolve("nn.functional.conv3d", { input, weight, rank: 3 }, rest);
}

type Operands = { readonly input: Tensor; readonly weight: Tensor; readonly rank: number };

function convolve(call: string, { input, weight, rank }: Operands, rest: readonly unknown[]): Tensor {
  const bound = bindArguments<ConvolutionOptions>(call, rest, {
    names: ["bias", "stride", "padding", "dilation", "groups"],
  });
  const hasBatch = checkRank(call, input, rank);
  const batch = hasBatch ? input : input.unsqueeze(0);
  const spatial = weight.ndim - 2;
  const stride = toExpanded(call, "stride", { value: bound.stride ?? 1, rank: spatial });
  const asked = bound.padding ?? 0;
  const padding = toExpanded(call, "padding", {
    value: typeof asked === "string" ? 0 : asked,
    rank: spatial,
  });
  const dilation = toExpanded(call, "dilation", { value: bound.dilation ?? 1, rank: spatial });
  const around = typeof asked === "string" ? namedPadding(call, asked, { weight, stride, dilation }) : null;
  const spec = {
    call,
    weight,
    bias: bound.bias ?? null,
    stride,
    padding,
    dilation,
    groups: bound.groups ?? 1,
  };
  checkConvolution(batch, spec, false);
  checkReduced(rank === 3 ? "Convolution3d" : "Convolution", input.dtype);
  const ends = around ?? [...padding].reverse().flatMap((size) => [size, size]);
  const output = renameNode(byColumns(pad(batch, ends), spec), "ConvolutionBackward0");
  return hasBatch ? output : output.squeeze(0);
}

/** "same" pads so that the output is as large as the input; the odd entry goes behind. As `pad` takes it. */
function namedPadding(
  call: string,
  name: string,
  { weight, stride, dilation }: { weight: Tensor; stride: readonly number[]; dilation: readonly number[] },
): number[] {
  if (name === "valid") return [];
  if (name !== "same") throw new RuntimeError(call, `Invalid padding string: '${name}'`);
  if (stride.some((size) => size !== 1)) {
    throw new RuntimeError(call, "padding='same' is not supported for strided convolutions");
  }
  return dilation
    .map((step, d) => step * (weight.shape[d + 2]! - 1))
    .reverse()
    .flatMap((total) => [Math.floor(total / 2), total - Math.floor(total / 2)]);
}

/** Everything the kernel sees becomes the columns of a matrix for each group, so that one product does the rest. */
function byColumns(padded: Tensor, { call, weight, bias, stride, dilation, groups }: Convolution): Tensor {
  const [outputs = 0, inputs = 0, ...kernel] = weight.shape;
  const sizes = padded.shape.slice(2);
  checkFits(call, sizes, { kernel, dilation });
  const places = sizes.map((size, d) =>
    placesOf(size, { kernel: kernel[d]!, stride: stride[d]!, dilation: dilation[d]! }),
  );
  const seen = columns(padded, { kernel, stride, dilation }, places);
  const rows = inputs * kernel.reduce((product, size) => product * size, 1);
  const product = weight
    .reshape(groups, outputs / groups, rows)
    .matmul(seen.reshape(groups, rows, seen.numel() / (rows * groups) || 0));
  return finished(product.reshape(outputs, padded.shape[0]!, ...places), bias);
}

/** (O, N, …) as a row-major tensor (N, O, …) of its own, with the bias added to each channel. */
export function finished(channelsFirst: Tensor, bias: Tensor | null): Tensor {
  const output = channelsFirst.transpose(0, 1).contiguous();
  if (bias === null) return output._base === null ? output : output.clone();
  return output.add(bias.view([-1, ...new Array<number>(output.ndim - 2).fill(1)]));
}
