/** Text of strings, numbers, symbols and keys. */
import {
  charCodeAt,
  numberToRadix,
  stringIndexOf,
  stringSlice,
  symbolText,
  toRadix,
  trunc,
} from "./captured";

/** Digits of a bigint grow dear faster than its size, so one beyond this is only measured. */
const LONGEST_BIGINT = 10n ** 1000n;
const DIGITS_PER_NIBBLE = 1.2041;

/** A number as JavaScript writes it, with the sign of -0. */
export function numberText(value: number): string {
  return value === 0 && 1 / value < 0 ? "-0" : `${value}`;
}

/** `12n`; a very long one by its rough number of digits. */
export function bigintText(value: bigint): string {
  if (value < LONGEST_BIGINT && -value < LONGEST_BIGINT) return `${toRadix(value)}n`;
  const digits = trunc(toRadix(value, 16).length * DIGITS_PER_NIBBLE);
  return `[bigint of about ${digits} digits]`;
}

/** A string in quotes, as one line: single quotes as Python and Node write them; past `longest` it is cut. */
export function quote(text: string, longest = Number.POSITIVE_INFINITY): string {
  const shown = text.length > longest ? stringSlice(text, 0, longest) : text;
  const mark = stringIndexOf(shown, "'") >= 0 && stringIndexOf(shown, '"') < 0 ? '"' : "'";
  let quoted = mark;
  let from = 0;
  for (let at = 0; at < shown.length; at++) {
    const escaped = escapeCode(charCodeAt(shown, at), mark);
    if (escaped === "") continue;
    quoted += stringSlice(shown, from, at) + escaped;
    from = at + 1;
  }
  quoted += stringSlice(shown, from) + mark;
  return shown.length < text.length ? `${quoted}… ${text.length - shown.length} more characters` : quoted;
}

/** A property's key, bare where JavaScript lets it be. */
export function keyText(key: PropertyKey): string {
  if (typeof key === "symbol") return `[${symbolText(key)}]`;
  const text = `${key}`;
  return isPlainKey(text) ? text : quote(text, 100);
}

function escapeCode(code: number, mark: string): string {
  if (code === 10) return "\\n";
  if (code === 9) return "\\t";
  if (code === 13) return "\\r";
  if (code === 92) return "\\\\";
  if (code === 39 && mark === "'") return "\\'";
  // Other control characters, and the two that some readers take for line ends.
  if (code < 32 || (code >= 127 && code < 160)) return `\\x${code < 16 ? "0" : ""}${numberToRadix(code, 16)}`;
  if (code === 0x2028 || code === 0x2029) return `\\u${numberToRadix(code, 16)}`;
  return "";
}

function isPlainKey(text: string): boolean {
  if (text.length === 0 || text.length > 100) return false;
  let digits = true;
  for (let at = 0; at < text.length; at++) {
    const code = charCodeAt(text, at);
    const digit = code >= 48 && code <= 57;
    const letter =
      (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 36 || code >= 170;
    if (!digit && !letter) return false;
    if (!digit) {
      if (digits && at > 0) return false;
      digits = false;
    }
  }
  return true;
}
