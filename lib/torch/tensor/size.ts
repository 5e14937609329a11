import { RuntimeError, TypeMismatch } from "../errors";
import { showShape } from "./shape";

// The others take symbolic sizes too, and say so.
const OF_INTS = new Set(["rand", "randn"]);

/** A shape as PyTorch takes it: one array, or the sizes one by one. */
export type ShapeArguments = readonly [shape: readonly number[]] | readonly number[];

/** The sizes that were given, either way; each must be a whole number. */
export function toShape(method: string, given: ShapeArguments): readonly number[] {
  const [first] = given;
  const sizes = Array.isArray(first) ? (first as readonly number[]) : (given as readonly number[]);
  if (Array.isArray(first) && given.length > 1) {
    throw new TypeMismatch(
      `torch.${method}`,
      `${method}(): argument 'size' must be tuple of SymInts, but found more arguments after a list`,
      `write ${method}([2, 3]) or ${method}(2, 3)`,
    );
  }
  const elements = OF_INTS.has(method) ? "ints" : "SymInts";
  sizes.forEach((size, position) => {
    if (Number.isInteger(size)) return;
    const isAlone = !Array.isArray(first) && given.length === 1;
    const where = isAlone ? " (position 1)" : "";
    const found = isAlone
      ? `not ${nameOfType(size)}`
      : `but found element of type ${nameOfType(size)} at pos ${position + 1}`;
    throw new TypeMismatch(
      `torch.${method}`,
      `${method}(): argument 'size'${where} must be tuple of ${elements}, ${found}`,
      `write ${method}([2, 3]) or ${method}(2, 3)`,
    );
  });
  return sizes;
}

function nameOfType(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return "float";
  if (typeof value === "string") return "str";
  return value === undefined || value === null ? "NoneType" : typeof value;
}

/** The same, and no size may be negative. */
export function toSizes(method: string, given: ShapeArguments): readonly number[] {
  const sizes = toShape(method, given);
  const negative = sizes.find((size) => size < 0);
  if (negative === undefined) return sizes;
  throw new RuntimeError(
    `torch.${method}`,
    `Trying to create tensor with negative dimension ${negative}: ${showShape(sizes)}`,
  );
}
