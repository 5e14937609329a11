import { bindArguments } from "../../arguments";
import { NotImplementedError, ValueError } from "../../errors";
import { checkReduced, renameNode, showShape, type Tensor } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { floatText, tupleText } from "../python-text";
import { pick } from "./pad";

const { fround, floor, min } = Math;

/** Keywords of `interpolate`. */
export type InterpolateOptions = { size?: Sizes | null; scale_factor?: Sizes | null; mode?: string };

const CALL = "nn.functional.interpolate";

/**
 * Spatial dimensions in another size, each value taken from its nearest neighbour: (N, C, …) → (N, C, …). Either `size` or
 * `scale_factor`. Errors: modes other than "nearest" are not part of this engine. Source: `torch.nn.functional.interpolate`.
 * @example
 * F.interpolate(torch.tensor([[[1, 2]]]), { scale_factor: 2 }) // => tensor([[[1, 1, 2, 2]]])
 */
export function interpolate(
  input: Tensor,
  ...rest: Rest<[size: Sizes | null, scale_factor: Sizes | null, mode: string], InterpolateOptions>
): Tensor {
  const {
    size = null,
    scale_factor = null,
    mode = "nearest",
  } = bindArguments<InterpolateOptions>(CALL, rest, {
    names: ["size", "scale_factor", "mode"],
  });
  if (input.ndim < 3 || input.ndim > 5 || mode !== "nearest") refuse(input, mode);
  checkReduced("UpsampleNearest", input.dtype);
  const own = input.shape.slice(2);
  const scales = checkGiven(own, size, scale_factor);
  let output = input;
  own.forEach((before, d) => {
    const scale = scales?.[d];
    const after = scale === undefined ? sizeAt(size!, d) : floor(before * scale);
    // Single precision throughout, as in PyTorch.
    const step = scale === undefined ? fround(before / after) : fround(1 / scale);
    const places = Array.from({ length: after }, (_, i) => min(floor(fround(fround(i) * step)), before - 1));
    output = pick(output, 2 + d, places);
  });
  return renameNode(output.contiguous(), `UpsampleNearest${own.length}DBackward0`);
}

function sizeAt(size: Sizes, d: number): number {
  return typeof size === "number" ? size : size[d]!;
}

function refuse(input: Tensor, mode: string): never {
  const known = ["nearest", "linear", "bilinear", "bicubic", "trilinear", "area", "nearest-exact"];
  if (mode !== "nearest" && known.includes(mode)) {
    throw new NotImplementedError(CALL, `mode "${mode}" is not part of this engine`, 'use "nearest"');
  }
  throw new NotImplementedError(
    CALL,
    `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${input.ndim}D) for the modes: ${known.join(" | ")} (got ${mode})`,
  );
}

function checkGiven(
  own: readonly number[],
  size: Sizes | null,
  scale: Sizes | null,
): readonly number[] | null {
  if (size === null && scale === null) {
    throw new ValueError(CALL, "either size or scale_factor should be defined");
  }
  if (size !== null && scale !== null) {
    throw new ValueError(CALL, "only one of size or scale_factor should be defined");
  }
  if (size !== null) {
    if (typeof size === "number" || size.length === own.length) return null;
    throw new ValueError(
      CALL,
      `Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of ${showShape(own)} and output size of ${tupleText(size)}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.`,
    );
  }
  if (typeof scale === "number") return own.map(() => scale);
  if (scale!.length === own.length) return scale;
  throw new ValueError(
    CALL,
    `Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of ${showShape(own)} and scale_factor of shape (${scale!.map(floatText).join(", ")}). Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format.`,
  );
}
