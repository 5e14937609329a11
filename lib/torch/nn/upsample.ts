import type { Tensor } from "../tensor";
import { bindModule, type Rest, type Sizes } from "./arguments";
import { type InterpolateMode, interpolate } from "./functional/interpolate";
import { Module } from "./module";
import { floatText, pythonText } from "./python-text";

/** Keywords of `nn.Upsample`. */
export type UpsampleOptions = {
  size?: Sizes | null;
  scale_factor?: Sizes | null;
  mode?: InterpolateMode;
  align_corners?: boolean | null;
  recompute_scale_factor?: boolean | null;
};

/**
 * Spatial dimensions in another size, by the nearest neighbour unless `mode` says otherwise: see `nn.functional.interpolate`.
 * Source: `torch.nn.Upsample`.
 * @example
 * new nn.Upsample({ scale_factor: 2 }) // => Upsample(scale_factor=2.0, mode=nearest)
 */
export class Upsample extends Module {
  readonly size: Sizes | null;
  readonly scale_factor: Sizes | null;
  readonly mode: InterpolateMode;
  readonly align_corners: boolean | null;
  readonly recompute_scale_factor: boolean | null;

  constructor(
    ...rest: Rest<
      [
        size: Sizes | null,
        scale_factor: Sizes | null,
        mode: InterpolateMode,
        align_corners: boolean | null,
        recompute_scale_factor: boolean | null,
      ],
      UpsampleOptions
    >
  );
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<UpsampleOptions>("nn.Upsample", given, {
      optional: ["size", "scale_factor", "mode", "align_corners", "recompute_scale_factor"],
    });
    this.size = bound.size ?? null;
    this.scale_factor = bound.scale_factor ?? null;
    this.mode = bound.mode ?? "nearest";
    this.align_corners = bound.align_corners ?? null;
    this.recompute_scale_factor = bound.recompute_scale_factor ?? null;
  }

  override forward(input: Tensor): Tensor {
    const { size, scale_factor, mode, align_corners, recompute_scale_factor } = this;
    return interpolate(input, size, scale_factor, mode, align_corners, recompute_scale_factor);
  }

  override extra_repr(): string {
    const { size, scale_factor: scale, mode } = this;
    if (scale === null) return `size=${pythonText(size)}, mode=${mode}`;
    const shown = typeof scale === "number" ? floatText(scale) : `(${scale.map(floatText).join(", ")})`;
    return `scale_factor=${shown}, mode=${mode}`;
  }
}

type Given = Rest<
  [size: Sizes | null, scale_factor: Sizes | null],
  Pick<UpsampleOptions, "size" | "scale_factor">
>;

function bindSizes(name: string, given: readonly unknown[]): [Sizes | null, Sizes | null] {
  const bound = bindModule<UpsampleOptions>(`nn.${name}`, given, { optional: ["size", "scale_factor"] });
  return [bound.size ?? null, bound.scale_factor ?? null];
}

/**
 * Images in another size, by the nearest neighbour. Source: `torch.nn.UpsamplingNearest2d`.
 * @example
 * new nn.UpsamplingNearest2d({ scale_factor: 2 }) // => UpsamplingNearest2d(scale_factor=2.0, mode=nearest)
 */
export class UpsamplingNearest2d extends Upsample {
  constructor(...rest: Given);
  constructor(...given: unknown[]) {
    super(...bindSizes("UpsamplingNearest2d", given), "nearest", null, null);
  }
}

/**
 * Images in another size, by straight lines between neighbours, with the corners kept. Source: `torch.nn.UpsamplingBilinear2d`.
 * @example
 * new nn.UpsamplingBilinear2d({ size: 4 }) // => UpsamplingBilinear2d(size=4, mode=bilinear)
 */
export class UpsamplingBilinear2d extends Upsample {
  constructor(...rest: Given);
  constructor(...given: unknown[]) {
    super(...bindSizes("UpsamplingBilinear2d", given), "bilinear", true, null);
  }
}
