/**
 * What follows a tensor's values before the closing bracket.
 * After `_str_intern` and `_add_suffixes` in PyTorch's torch/_tensor_str.py (BSD-3-Clause).
 */
import { countElements } from "./layout";
import type { PrintedDtype, TensorView } from "./options";

/** `size=…` and `dtype=…`, where the printed values alone wouldn't tell them. */
export function describeView({ shape, dtype }: TensorView, defaultDtype: PrintedDtype): string[] {
  if (countElements(shape) > 0) return dtypeSuffix(dtype, defaultDtype);
  const size = shape.length === 1 ? [] : [`size=(${shape.join(", ")})`];
  // Nothing is printed by which int64 or bool could be known, so they are named too.
  return dtype === defaultDtype ? size : [...size, `dtype=torch.${dtype}`];
}

/** Append suffixes and the closing bracket, on a new line where the last one would grow past `linewidth`. */
export function addSuffixes(
  text: string,
  { suffixes, indent, linewidth }: { suffixes: readonly string[]; indent: number; linewidth: number },
): string {
  let result = text;
  // PyTorch counts two characters more than there are, and so must we.
  let lastLine = text.length - text.lastIndexOf("\n") + 1;
  for (const suffix of suffixes) {
    if (lastLine + suffix.length + 2 > linewidth) {
      result += `,\n${" ".repeat(indent)}${suffix}`;
      lastLine = indent + suffix.length;
    } else {
      result += `, ${suffix}`;
      lastLine += suffix.length + 2;
    }
  }
  return `${result})`;
}

/** The default dtype, int64 and bool go without saying: their digits show them. */
function dtypeSuffix(dtype: PrintedDtype, defaultDtype: PrintedDtype): string[] {
  return dtype === defaultDtype || dtype === "int64" || dtype === "bool" ? [] : [`dtype=torch.${dtype}`];
}
