import { RuntimeError } from "../../errors";
import { bfloat16, float16, float32, float64, renameNode, type Tensor, tensor } from "../../tensor";
import { pick } from "./pad";

const { floor, fround, max, min } = Math;

/** One dimension: its size before and after, and the factor where one was given. */
export type Resizing = {
  readonly before: number;
  readonly after: number;
  readonly scale: number | undefined;
};
type How = { readonly mode: string; readonly align_corners: boolean };
/** What each new value is made of: one old value and its weight. */
type Tap = { readonly places: readonly number[]; readonly weights: readonly number[] };

const NODES: Readonly<Record<string, string>> = {
  nearest: "Nearest",
  "nearest-exact": "NearestExact",
  linear: "Linear",
  bilinear: "Bilinear",
  bicubic: "Bicubic",
  trilinear: "Trilinear",
};
// The cubic convolution of Keys 1981, with the parameter that PyTorch has.
const A = -0.75;

/** Every spatial dimension in its new size, one after the other. */
export function resample(input: Tensor, resizings: readonly Resizing[], how: How): Tensor {
  const isNearest = how.mode.startsWith("nearest");
  checkDtype(input, how.mode);
  // Single precision throughout for what is not float64, as in PyTorch.
  const round = input.dtype === float64 && !isNearest ? (x: number) => x : fround;
  let output = input.dtype === bfloat16 ? input.to(float32) : input;
  // The last dimension first, as in PyTorch.
  [...resizings.entries()].reverse().forEach(([d, resizing]) => {
    output = isNearest
      ? pick(output, 2 + d, nearest(resizing, how.mode === "nearest-exact"))
      : combine(output, 2 + d, tapsOf(resizing, { ...how, round }));
  });
  const kept = output.contiguous().to(input.dtype);
  return renameNode(kept, `Upsample${NODES[how.mode]}${resizings.length}DBackward1`);
}

/** PyTorch has none of them for integers and float16, and names the kernel: another one where there is one channel. */
function checkDtype({ dtype, ndim, shape }: Tensor, mode: string): void {
  if (dtype.is_floating_point && dtype !== float16 && (dtype !== bfloat16 || mode !== "nearest-exact"))
    return;
  const family = mode.replace("-exact", "");
  const isAlone = ndim > 3 && shape[1] === 1 && family !== "bicubic";
  const place = `${family}${family === "nearest" ? `${ndim - 2}d` : ndim === 4 ? "2d" : "3d"}`;
  const kernel = isAlone
    ? `upsample_${place}_channels_last`
    : `compute_indices_weights_${family === "bicubic" ? "cubic" : family.replace(/^(bi|tri)/, "")}`;
  throw new RuntimeError(
    "nn.functional.interpolate",
    `"${kernel}" not implemented for '${dtype.scalarName}'`,
    "convert it: x.to(torch.float32)",
  );
}

function nearest({ before, after, scale }: Resizing, isExact: boolean): number[] {
  const step = scale === undefined ? fround(before / after) : fround(1 / scale);
  const at = (i: number) => fround(fround(isExact ? i + 0.5 : i) * step);
  return Array.from({ length: after }, (_, i) => min(floor(at(i)), before - 1));
}

/** Σ weight · value over the taps, along one dimension. */
function combine(input: Tensor, dim: number, taps: readonly Tap[]): Tensor {
  const shape = input.shape.map((_, d) => (d === dim ? -1 : 1));
  const parts = taps.map(({ places, weights }) =>
    pick(input, dim, places).mul(tensor(weights, { dtype: input.dtype }).view(shape)),
  );
  return parts.reduce((sum, part) => sum.add(part));
}

type Rounding = How & { readonly round: (x: number) => number };

/** The places from which a new value is made, two for lines and four for cubics, with their weights. */
function tapsOf({ before, after, scale }: Resizing, { mode, align_corners, round }: Rounding): Tap[] {
  const isCubic = mode === "bicubic";
  const step = stepOf({ before, after, scale }, align_corners, round);
  const sources = Array.from({ length: after }, (_, i) => {
    if (align_corners) return round(step * i);
    const source = round(step * (i + 0.5) - 0.5);
    return isCubic ? source : max(source, 0);
  });
  if (isCubic) {
    return [-1, 0, 1, 2].map((shift, tap) => ({
      places: sources.map((source) => min(max(floor(source) + shift, 0), before - 1)),
      weights: sources.map((source) => cubicWeights(round(source - floor(source)))[tap]!),
    }));
  }
  const first = sources.map((source) => min(floor(source), before - 1));
  const shares = sources.map((source, i) => min(max(round(source - first[i]!), 0), 1));
  return [
    { places: first, weights: shares.map((share) => 1 - share) },
    { places: first.map((place) => min(place + 1, before - 1)), weights: shares },
  ];
}

/** How far apart in the input two neighbours of the output lie. */
function stepOf(
  { before, after, scale }: Resizing,
  align_corners: boolean,
  round: Rounding["round"],
): number {
  if (align_corners) return after > 1 ? round((before - 1) / (after - 1)) : 0;
  return scale === undefined ? round(before / after) : round(1 / scale);
}

function cubicWeights(t: number): number[] {
  const near = (x: number) => ((A + 2) * x - (A + 3)) * x * x + 1;
  const far = (x: number) => ((A * x - 5 * A) * x + 8 * A) * x - 4 * A;
  return [far(t + 1), near(t), near(1 - t), far(2 - t)];
}
