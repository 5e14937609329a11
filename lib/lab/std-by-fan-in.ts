/** Weight std against fan_in, measured beside the formulas. */
import type { ScalingSpec } from "@/lib/plots";
import { Figure } from "./figure";
import { type Numbers, toJson, toNumbers } from "./numbers";
import { findScheme } from "./schemes";

export type StdByFanInOptions = {
  /** Schemes whose formula is drawn as a line. */
  lines?: readonly string[];
  /** The scheme that was measured. */
  measured?: string;
  /** Needed for schemes that look at both fans. */
  fan_out?: number;
  title?: string;
  caption?: string;
};

const WHO = "lab.stdByFanIn";

/** Measured stds as dots, one a width, and the std that each scheme's formula gives as a dashed line. */
export function stdByFanIn(
  widths: Numbers,
  stds: Numbers,
  {
    lines = ["default"],
    measured = "default",
    fan_out,
    title = "Std of the weight by fan_in",
    caption,
  }: StdByFanInOptions = {},
): Figure<ScalingSpec> {
  const x = toNumbers(widths, WHO);
  const y = toNumbers(stds, WHO).map(toJson);
  if (x.length !== y.length || x.length === 0) {
    throw new RangeError(
      `${WHO}: needs one std for each width, got ${x.length} widths and ${y.length} stds.`,
    );
  }
  if (!x.every((fan_in) => fan_in > 0))
    throw new RangeError(`${WHO}: needs widths above 0, got ${Math.min(...x)}.`);
  const theory = lines.map((name) => {
    const { key, label, formula, weightStd } = findScheme(name, WHO);
    const std = x.map((fan_in) => weightStd({ fan_in, fan_out }));
    if (std.some(Number.isNaN)) {
      throw new RangeError(
        `${WHO}: ${label} needs more than fan_in, got no fan_out. Pass fan_out, or leave the line out.`,
      );
    }
    return { scheme: key, label: `${label} ${formula}`, x, y: std };
  });
  const scheme = findScheme(measured, WHO);
  return new Figure(
    {
      kind: "scaling",
      title,
      caption: caption ?? "Dots: measured. Dashed: theory.",
      x: { name: "fan_in", short: "fan_in", log: true },
      y: { name: "std of the weight", short: "std of the weight", log: true },
      measured: [{ scheme: scheme.key, label: scheme.label, x, y }],
      theory,
    },
    { who: WHO },
  );
}
