/** The schemes of the course with their formulas: what a figure compares a measurement with. */
import { SCHEMES, type Scheme, schemeStyle } from "@/lib/plots";

export type Fans = { fan_in: number; fan_out?: number | undefined };

export type SchemeInfo = {
  key: Scheme;
  label: string;
  /** The std of a weight, as it is written beside a line; n is fan_in, m is fan_out. */
  formula: string;
  /** The std of a weight; NaN where a scheme has no formula (LSUV looks at the data). */
  weightStd: (fans: Fans) => number;
  /** The std of a bias; only PyTorch's default has one. */
  biasStd: (fans: Fans) => number;
};

const none = () => 0;

const FORMULAS: Record<Scheme, Pick<SchemeInfo, "formula" | "weightStd" | "biasStd">> = {
  zeros: { formula: "0", weightStd: none, biasStd: none },
  default: {
    formula: "1/√(3n)",
    weightStd: ({ fan_in }) => 1 / Math.sqrt(3 * fan_in),
    biasStd: ({ fan_in }) => 1 / Math.sqrt(3 * fan_in),
  },
  lecun: { formula: "1/√n", weightStd: ({ fan_in }) => 1 / Math.sqrt(fan_in), biasStd: none },
  xavier: {
    formula: "√(2/(n+m))",
    weightStd: ({ fan_in, fan_out = Number.NaN }) => Math.sqrt(2 / (fan_in + fan_out)),
    biasStd: none,
  },
  he: { formula: "√(2/n)", weightStd: ({ fan_in }) => Math.sqrt(2 / fan_in), biasStd: none },
  orthogonal: {
    formula: "1/√max(n, m)",
    weightStd: ({ fan_in, fan_out = Number.NaN }) => 1 / Math.sqrt(Math.max(fan_in, fan_out)),
    biasStd: none,
  },
  lsuv: { formula: "what the data ask for", weightStd: () => Number.NaN, biasStd: none },
};

/** All seven, in the order of the course. */
export const schemes: readonly SchemeInfo[] = SCHEMES.map((key) => ({
  key,
  label: schemeStyle(key).label,
  ...FORMULAS[key],
}));

const ALIASES: Record<string, Scheme> = {
  glorot: "xavier",
  kaiming: "he",
  pytorch: "default",
  zero: "zeros",
};

/** A scheme by its key, its label or the name that others know it by, in any case. */
export function findScheme(name: string, who: string): SchemeInfo {
  const key = String(name).toLowerCase();
  const found = schemes.find((scheme) => scheme.key === (Object.hasOwn(ALIASES, key) ? ALIASES[key] : key));
  if (found) return found;
  const known = schemes.map(({ label }) => `"${label}"`).join(", ");
  throw new RangeError(
    `${who}: knows the schemes ${known}, got "${name}". For anything else use lab.figure.`,
  );
}
