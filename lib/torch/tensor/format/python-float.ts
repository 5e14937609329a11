/**
 * Python's `"{:.4f}"` and `"{:.4e}"`: the exact binary value, rounded to the nearest decimal, ties to even.
 * JavaScript's `toFixed` and `toExponential` round the same exact value, but ties away from zero; `toFixed` also
 * gives up at 1e21. So everything but those two cases is left to them.
 */

/** `"{:.{precision}f}".format(value)`. */
export function toFixedPython(value: number, precision: number): string {
  if (!Number.isFinite(value)) return nonfinite(value);
  const size = Math.abs(value);
  let digits: string;
  if (size >= 1e21) digits = withPoint(BigInt(size).toString(), precision);
  else if (isTie(size, precision)) digits = evenNeighbour(size.toFixed(precision + 1));
  else digits = size.toFixed(precision);
  return sign(value) + digits;
}

/** `"{:.{precision}e}".format(value)`. */
export function toExponentialPython(value: number, precision: number): string {
  if (!Number.isFinite(value)) return nonfinite(value);
  const size = Math.abs(value);
  const [longer, exponent] = splitExponent(size.toExponential(precision + 1));
  if (!isTieAt(size, precision, exponent)) return sign(value) + pythonExponent(size.toExponential(precision));
  const mantissa = evenNeighbour(longer);
  // 9.5 rounds to 10: the point moves, and the exponent with it.
  if (mantissa.startsWith("10")) {
    return sign(value) + pythonExponent(`${withPoint("1", precision)}e${exponent + 1}`);
  }
  return sign(value) + pythonExponent(`${mantissa}e${exponent}`);
}

function nonfinite(value: number): string {
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? "-" : "";
}

function withPoint(integer: string, precision: number): string {
  return precision === 0 ? integer : `${integer}.${"0".repeat(precision)}`;
}

/**
 * Whether `size` lies halfway between two decimals of `places` places. It does when 2·10^places·size is odd; size
 * is a binary fraction, so 5^places takes no part, and doubling is exact.
 */
function isTie(size: number, places: number): boolean {
  return (size * 2 ** (places + 1)) % 2 === 1;
}

function isTieAt(size: number, precision: number, exponent: number): boolean {
  const places = precision - exponent;
  if (places >= 0) return isTie(size, places);
  if (!Number.isInteger(size)) return false;
  return /^50*$/.test(
    BigInt(size)
      .toString()
      .slice(precision + 1),
  );
}

/** Of the two decimals beside one that ends in 5, the even one; all its other digits are exact. */
function evenNeighbour(tie: string): string {
  const lower = tie.slice(0, -1).replace(/\.$/, "");
  if (Number(lower.at(-1)) % 2 === 0) return lower;
  const places = lower.includes(".") ? lower.length - lower.indexOf(".") - 1 : 0;
  const upper = (BigInt(lower.replace(".", "")) + 1n).toString().padStart(places + 1, "0");
  return places === 0 ? upper : `${upper.slice(0, -places)}.${upper.slice(-places)}`;
}

function splitExponent(text: string): [mantissa: string, exponent: number] {
  const at = text.indexOf("e");
  return [text.slice(0, at), Number(text.slice(at + 1))];
}

/** Python writes at least two digits of exponent and always its sign. */
function pythonExponent(text: string): string {
  const [mantissa, exponent] = splitExponent(text);
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
}
