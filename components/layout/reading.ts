/** What the home instrument says of a scheme, from the run that its figure shows. */
import { type DepthSpec, formatNumber, type Scheme, type Signal, signalOf } from "@/lib/plots";

export type Reading = {
  scheme: Scheme;
  label: string;
  /** One signal a layer. */
  signals: Signal[];
  /** The std at the first and at the last layer, as it is printed. */
  first: string;
  last: string;
  /** What the last layer's std amounts to. */
  end: Signal;
};

/** Reads every scheme of a figure, in its order. */
export function toReadings({ schemes, wanted }: DepthSpec): Reading[] {
  return schemes.map(({ scheme, label, measured }) => {
    const signals = measured.map((std) => signalOf(std, wanted));
    return {
      scheme,
      label,
      signals,
      first: formatNumber(measured[0] ?? null),
      last: formatNumber(measured.at(-1) ?? null),
      end: signals.at(-1) ?? "healthy",
    };
  });
}

/** The figure's first layers only. */
export function cutDepth(figure: DepthSpec, depth: number): DepthSpec {
  const schemes = figure.schemes.map((one) => ({
    ...one,
    measured: one.measured.slice(0, depth),
    theory: one.theory.slice(0, depth),
  }));
  return { ...figure, layers: figure.layers.slice(0, depth), schemes };
}
