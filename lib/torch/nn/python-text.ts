/** A float as Python's `repr` writes it: `0.1`, `1e-05`, `2.0`. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/**
 * A value as Python's `str` writes it inside a module's text: `True`, `None`, `(3, 3)`. JavaScript cannot tell 2.0 from 2, so
 * whole numbers are written as integers.
 */
export function pythonText(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : floatText(value);
  if (Array.isArray(value)) return tupleText(value);
  return String(value);
}

/** `(3, 3)`, and `(3,)` for one. */
export function tupleText(values: readonly unknown[]): string {
  const inside = values.map((value) => (typeof value === "string" ? `'${value}'` : pythonText(value)));
  return inside.length === 1 ? `(${inside[0]},)` : `(${inside.join(", ")})`;
}

/** `, name=value` for each entry whose value differs from its default. */
export function changedText(
  entries: readonly (readonly [name: string, value: unknown, usual: unknown])[],
): string {
  return entries
    .filter(([, value, usual]) => value !== usual)
    .map(([name, value]) => `, ${name}=${pythonText(value)}`)
    .join("");
}
