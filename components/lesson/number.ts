/** The numbers of a prediction that is typed or stepped. */

/** Digits after the point that a step keeps: 0.001 → 3. */
export function countDigits(step: number): number {
  const [, exponent = "0"] = step.toExponential().split("e");
  const [, fraction = ""] = step.toExponential().split("e")[0]?.split(".") ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** A number as the reader typed it, with a comma or a point; null where it is none. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace(",", ".").replace("−", "-");
  const number = Number(trimmed);
  return trimmed !== "" && Number.isFinite(number) ? number : null;
}

/** One press on − or +: a tenth of the number's own size, never finer than the step. */
export function moveNumber(value: number, { step, by }: { step: number; by: -1 | 1 }): number {
  const size = value === 0 ? step : 10 ** (Math.floor(Math.log10(Math.abs(value)) + 1e-9) - 1);
  const moved = value + by * Math.max(step, size);
  return Number(moved.toFixed(countDigits(step)));
}

/** The truth in the precision that was asked for; text that is no number stays as it is. */
export function roundText(text: string, step: number): string {
  const number = parseNumber(text);
  return number === null ? text : number.toFixed(countDigits(step));
}
