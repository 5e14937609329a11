import { bindArguments } from "../../arguments";
import { NotImplementedError, ValueError } from "../../errors";
import { showShape, type Tensor } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { floatText, tupleText } from "../python-text";
import { adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d } from "./adaptive-pool";
import { type Resizing, resample } from "./resample";

/** How new values are made of old ones. */
export type InterpolateMode =
  | "nearest"
  | "nearest-exact"
  | "linear"
  | "bilinear"
  | "bicubic"
  | "trilinear"
  | "area";
/** Keywords of `interpolate`. */
export type InterpolateOptions = {
  size?: Sizes | null;
  scale_factor?: Sizes | null;
  mode?: InterpolateMode;
  align_corners?: boolean | null;
  recompute_scale_factor?: boolean | null;
  antialias?: boolean;
};

const CALL = "nn.functional.interpolate";
const MODES = "nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact";
const ALIGNED = "linear | bilinear | bicubic | trilinear";
/** How many dimensions an input of each interpolating mode has. */
const RANKS: Readonly<Record<string, number>> = { linear: 3, bilinear: 4, bicubic: 4, trilinear: 5 };
const AREA = [adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d] as const;

/**
 * Spatial dimensions in another size: (N, C, …) → (N, C, …), given `size` or `scale_factor`. Each value is taken from its nearest
 * neighbour ("nearest", or "nearest-exact", which rounds as image libraries do), from a straight line between neighbours in each
 * dimension ("linear", "bilinear", "trilinear" for 3-d, 4-d and 5-d inputs), from cubics through four of them ("bicubic"), or is the mean
 * of those that it covers ("area"). With `align_corners` the first and last values stay where they are.
 * Errors: both or neither of the sizes, a mode for another number of dimensions; `antialias` is not part of this engine.
 * Source: `torch.nn.functional.interpolate`.
 * @example
 * F.interpolate(torch.tensor([[[1, 2.5]]]), { scale_factor: 2 }) // => tensor([[[1.0000, 1.0000, 2.5000, 2.5000]]])
 * @example
 * F.interpolate(torch.tensor([[[1.5, 2.5]]]), { size: 3, mode: "linear", align_corners: true }) // => tensor([[[1.5000, 2.0000, 2.5000]]])
 */
export function interpolate(
  input: Tensor,
  ...rest: Rest<
    [
      size: Sizes | null,
      scale_factor: Sizes | null,
      mode: InterpolateMode,
      align_corners: boolean | null,
      recompute_scale_factor: boolean | null,
      antialias: boolean,
    ],
    InterpolateOptions
  >
): Tensor {
  const bound = bindArguments<InterpolateOptions>(CALL, rest, {
    names: ["size", "scale_factor", "mode", "align_corners", "recompute_scale_factor", "antialias"],
  });
  const { size = null, scale_factor = null, mode = "nearest", align_corners = null } = bound;
  const own = input.shape.slice(2);
  if (align_corners !== null && ["nearest", "area", "nearest-exact"].includes(mode)) {
    throw new ValueError(
      CALL,
      `align_corners option can only be set with the interpolating modes: ${ALIGNED}`,
    );
  }
  const scales = checkGiven(own, size, scale_factor);
  if (bound.recompute_scale_factor && size !== null)
    throw new ValueError(CALL, "recompute_scale_factor is not meaningful with an explicit size.");
  const isAgain = bound.recompute_scale_factor === true || mode === "area";
  const sizes = own.map((before, d) => (scales ? Math.floor(before * scales[d]!) : sizeAt(size!, d)));
  checkAntialias(bound.antialias === true, mode, input.ndim);
  checkRank(mode, input.ndim);
  if (mode === "area") return AREA[own.length - 1]!(input, sizes as never);
  const kept = isAgain ? null : scales;
  const resizings: Resizing[] = own.map((before, d) => ({ before, after: sizes[d]!, scale: kept?.[d] }));
  return resample(input, resizings, { mode, align_corners: align_corners === true });
}

function sizeAt(size: Sizes, d: number): number {
  return typeof size === "number" ? size : size[d]!;
}

function checkAntialias(antialias: boolean, mode: string, rank: number): void {
  if (!antialias) return;
  if (rank !== 4 || (mode !== "bilinear" && mode !== "bicubic"))
    throw new ValueError(CALL, "Anti-alias option is only supported for bilinear and bicubic modes");
  throw new NotImplementedError(CALL, "antialias is not part of this engine", "leave it out");
}

function checkRank(mode: string, rank: number): void {
  const wanted = RANKS[mode];
  const isKnown = wanted !== undefined || ["nearest", "nearest-exact", "area"].includes(mode);
  if (isKnown && rank >= 3 && rank <= 5) {
    if (wanted === undefined || wanted === rank) return;
    // PyTorch has no sentence of its own for cubics.
    if (mode !== "bicubic")
      throw new NotImplementedError(CALL, `Got ${rank}D input, but ${mode} mode needs ${wanted}D input`);
  }
  throw new NotImplementedError(
    CALL,
    `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${rank}D) for the modes: ${MODES} (got ${mode})`,
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
