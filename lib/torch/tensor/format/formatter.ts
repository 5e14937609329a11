/**
 * One width and one notation for all values of a tensor.
 * After `_Formatter` in PyTorch's torch/_tensor_str.py (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others).
 */
import { isFloating, type PrintedDtype, type PrintSettings } from "./options";
import { toExponentialPython, toFixedPython } from "./python-float";

type Value = number | bigint | boolean;

/** How each value of one tensor is written. */
export type Formatter = { readonly width: number; format(value: Value): string };

/** Choose integers, decimals or powers of ten by the values that will be shown. */
export function createFormatter(
  dtype: PrintedDtype,
  values: Iterable<Value>,
  settings: PrintSettings,
): Formatter {
  if (isFloating(dtype)) return createFloatFormatter(toNumbers(values), settings);
  let width = 1;
  for (const value of values) width = Math.max(width, integerText(value).length);
  return { width, format: (value) => integerText(value).padStart(width) };
}

function createFloatFormatter(values: number[], { precision, sci_mode }: PrintSettings): Formatter {
  const finite = values.filter((value) => Number.isFinite(value) && value !== 0);
  const integral = finite.every(Number.isInteger);
  const scientific = isWide(finite, integral);
  let write = (value: number) => toFixedPython(value, precision);
  if (scientific) write = (value) => toExponentialPython(value, precision);
  else if (integral) write = integralText;
  // Zeros, nan and inf have no say in the width: PyTorch pads nothing when there is nothing else.
  const width = finite.reduce((most, value) => Math.max(most, write(value).length), 1);
  // A forced notation keeps the width that the values asked for; it is forced on no tensor of zeros, nan and inf.
  if (finite.length === 0) write = integralText;
  else if (sci_mode === true) write = (value) => toExponentialPython(value, precision);
  else if (sci_mode === false) write = integral ? integralText : (value) => toFixedPython(value, precision);
  return { width, format: (value) => write(Number(value)).padStart(width) };
}

/** Whether the values span too much for decimals. */
function isWide(finite: readonly number[], integral: boolean): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const value of finite) {
    least = Math.min(least, Math.abs(value));
    most = Math.max(most, Math.abs(value));
  }
  return finite.length > 0 && (most / least > 1000 || most > 1e8 || (!integral && least < 1e-4));
}

function integralText(value: number): string {
  const text = toFixedPython(value, 0);
  return Number.isFinite(value) ? `${text}.` : text;
}

function integerText(value: Value): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}

function toNumbers(values: Iterable<Value>): number[] {
  return Array.from(values, Number);
}
