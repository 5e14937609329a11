/** The signal scale: vanishing is blue, healthy is green, exploding is vermilion, by log10 of (std / wanted std). */

export type Signal = "vanishing" | "healthy" | "exploding";

/** Half a decade either way still counts as healthy. */
const HEALTHY_DECADES = 0.5;
/** From four decades on the tint grows no further. */
const FULL_DECADES = 4;

/** Which of the three a std is, beside the std that was wanted. Zero vanishes; a std that is no finite number has exploded. */
export function signalOf(std: number | null, wanted: number): Signal {
  if (std === null || !Number.isFinite(std)) return "exploding";
  if (std <= 0) return "vanishing";
  const decades = Math.log10(std / wanted);
  if (Math.abs(decades) <= HEALTHY_DECADES) return "healthy";
  return decades < 0 ? "vanishing" : "exploding";
}

export type SignalStop = { decades: number; colour: "vanish" | "healthy" | "explode"; opacity: number };

/** The tint of a figure's background, as stops over log10(std / wanted), from below to above. */
export const SIGNAL_STOPS: readonly SignalStop[] = [
  { decades: -FULL_DECADES, colour: "vanish", opacity: 0.22 },
  { decades: -1, colour: "vanish", opacity: 0.06 },
  { decades: -HEALTHY_DECADES, colour: "healthy", opacity: 0.09 },
  { decades: 0, colour: "healthy", opacity: 0.16 },
  { decades: HEALTHY_DECADES, colour: "healthy", opacity: 0.09 },
  { decades: 1, colour: "explode", opacity: 0.08 },
  { decades: FULL_DECADES, colour: "explode", opacity: 0.24 },
];
