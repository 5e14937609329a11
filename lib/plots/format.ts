/** Numbers in words: four significant digits in text, plain numbers or powers of ten on an axis. */

/** A number as text says it, e.g. `0.5798`, `1536`, `2.03e-4`. The Python twin in `lib/lab/lab.py` prints the same. */
export function formatNumber(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return "not finite";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return String(value);
  const [mantissa = "", exponent = "0"] = value.toExponential(3).split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 6) return `${trimZeros(mantissa)}e${power}`;
  return trimZeros(value.toFixed(Math.max(0, 3 - power)));
}

function trimZeros(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `10⁻³` for -3; the two powers that are shorter as plain numbers stay plain. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0) return "1";
  if (exponent === 1) return "10";
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}

/** A number on an axis: no float dust, a true minus sign, a power of ten where plain digits would be long. */
export function formatTick(value: number): string {
  const text = formatNumber(Number(value.toPrecision(12)));
  const [mantissa = "", exponent] = text.split("e");
  const plain = mantissa.replace("-", "−");
  if (exponent === undefined) return plain;
  return mantissa === "1" ? powerOfTen(Number(exponent)) : `${plain}·${powerOfTen(Number(exponent))}`;
}

/** How the ticks of one axis are written: all as powers of ten where a log axis is long, else all as plain numbers. */
export function tickFormat(ticks: readonly number[], log: boolean): (tick: number) => string {
  const low = Math.min(...ticks);
  const high = Math.max(...ticks);
  const powers = ticks.every((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  if (!log || !powers || (low >= 0.01 && high <= 1000)) return formatTick;
  return (tick) => powerOfTen(Math.round(Math.log10(tick)));
}
