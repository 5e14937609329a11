/**
 * A canvas without a canvas. Plot paints ramp legends and rasters on one and asks for a data URL; here the URL carries runs of
 * colour, and they become rectangles, so that a figure stays plain SVG that can be cleaned like any other.
 */
import type { SvgNode } from "./svg/tree";

const SCHEME = "data:application/x-fan-in-pixels,";
/** Rectangles that a raster may become. */
const MOST = 6000;

type Run = readonly [colour: string, length: number];
type Pixels = { width: number; height: number; rows: Run[][] };

/** As much of a canvas as Plot uses. */
export function createCanvas() {
  const canvas = {
    width: 300,
    height: 150,
    getContext(kind: string) {
      return kind === "2d" ? context : null;
    },
    toDataURL: () =>
      toUrl({
        width: canvas.width,
        height: canvas.height,
        at: (x, y) => painted.get(y * canvas.width + x) ?? "none",
      }),
  };
  const painted = new Map<number, string>();
  const context = {
    fillStyle: "#000",
    fillRect(left: number, top: number, width: number, height: number) {
      for (let y = top; y < Math.min(top + height, canvas.height); y++) {
        for (let x = left; x < Math.min(left + width, canvas.width); x++)
          painted.set(y * canvas.width + x, context.fillStyle);
      }
    },
    createImageData: (width: number, height: number) => ({
      width,
      height,
      data: new Uint8ClampedArray(4 * width * height),
    }),
    putImageData({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }) {
      for (let index = 0; index < width * height; index++) {
        const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(4 * index, 4 * index + 4);
        if (alpha > 0) painted.set(index, colourOf(red, green, blue, alpha));
      }
    },
  };
  return canvas;
}

function colourOf(red: number, green: number, blue: number, alpha: number): string {
  const solid = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
  return alpha === 255 ? `#${solid}` : `#${solid}${alpha.toString(16).padStart(2, "0")}`;
}

type Picture = { width: number; height: number; at: (x: number, y: number) => string };

function toUrl({ width, height, at }: Picture): string {
  const rows: Run[][] = [];
  let runs = 0;
  for (let y = 0; y < height; y++) {
    const row: [string, number][] = [];
    for (let x = 0; x < width; x++) {
      const colour = at(x, y);
      const last = row.at(-1);
      if (last?.[0] === colour) last[1]++;
      else row.push([colour, 1]);
    }
    runs += row.length;
    if (runs > MOST) {
      throw new RangeError(
        `Plot.raster: a figure here is drawn of at most ${MOST} rectangles, and this raster of ${width} by ${height} needs more. Give it a larger pixelSize (8 makes 64 times fewer), or use Plot.rect or Plot.contour.`,
      );
    }
    rows.push(row);
  }
  return SCHEME + JSON.stringify({ width, height, rows } satisfies Pixels);
}

/** Replaces images that came from `createCanvas` by the rectangles that they stand for; other images stay, and are dropped later. */
export function expandPixels(node: SvgNode): SvgNode {
  const children = node.children.map((child) => (typeof child === "string" ? child : expandPixels(child)));
  const href = node.attributes["xlink:href"] ?? node.attributes.href ?? "";
  if (node.name !== "image" || !href.startsWith(SCHEME)) return { ...node, children };
  const { width, height, rows } = JSON.parse(href.slice(SCHEME.length)) as Pixels;
  const { x = "0", y = "0", width: w = "0", height: h = "0", ...rest } = node.attributes;
  const cell = { width: Number(w) / width, height: Number(h) / height };
  const rects = rows.flatMap((row, line) => {
    let start = 0;
    return row.flatMap(([fill, length]): SvgNode[] => {
      const left = Number(x) + start * cell.width;
      start += length;
      if (fill === "none") return [];
      const box = {
        x: left,
        y: Number(y) + line * cell.height,
        width: length * cell.width,
        height: cell.height,
      };
      const attributes = Object.fromEntries(
        Object.entries(box).map(([name, value]) => [name, String(value)]),
      );
      return [{ name: "rect", attributes: { ...attributes, fill }, children: [] }];
    });
  });
  return { name: "g", attributes: { ...rest, "shape-rendering": "crispEdges" }, children: rects };
}
