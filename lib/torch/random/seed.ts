import { OverflowError, RuntimeError, TypeMismatch, ValueError } from "../errors";

const TWO_TO_64 = 1n << 64n;
const LOWEST_SEED = -(1n << 63n);

/** The seed as PyTorch keeps it: an integer from -2⁶³ to 2⁶⁴ - 1, negative ones counted from 2⁶⁴. */
export function toSeed(call: string, seed: unknown): bigint {
  if (seed === undefined)
    throw new TypeMismatch(call, "Generator.manual_seed() takes exactly one argument (0 given)");
  if (typeof seed !== "bigint" && !Number.isInteger(seed)) {
    const wayOut = typeof seed === "number" ? "a seed is a whole number" : undefined;
    throw new RuntimeError(call, `manual_seed expected a long, but got ${pythonType(seed)}`, wayOut);
  }
  const value = BigInt(seed as number | bigint);
  if (value >= TWO_TO_64 || value < LOWEST_SEED) {
    throw new RuntimeError(
      call,
      "Overflow when unpacking long",
      `seeds go from -2^63 to 2^64 - 1, got ${value}`,
    );
  }
  return BigInt.asUintN(64, value);
}

/** Python's `int(seed)`, by which `torch.manual_seed` also takes fractions (cut off), booleans, digits and one-element tensors. */
export function toPythonInteger(call: string, seed: unknown): bigint {
  if (seed === undefined)
    throw new TypeMismatch(call, "manual_seed() missing 1 required positional argument: 'seed'");
  if (typeof seed === "bigint" || typeof seed === "boolean") return BigInt(seed);
  if (typeof seed === "number") return integerOfFloat(call, seed);
  if (typeof seed === "string") return integerOfText(call, seed);
  if (isItem(seed)) return toPythonInteger(call, seed.item());
  throw new TypeMismatch(
    call,
    `int() argument must be a string, a bytes-like object or a real number, not '${pythonType(seed)}'`,
  );
}

function integerOfFloat(call: string, seed: number): bigint {
  const wayOut = "a seed is a whole number";
  if (Number.isNaN(seed)) throw new ValueError(call, "cannot convert float NaN to integer", wayOut);
  if (!Number.isFinite(seed))
    throw new OverflowError(call, "cannot convert float infinity to integer", wayOut);
  return BigInt(Math.trunc(seed));
}

function integerOfText(call: string, seed: string): bigint {
  if (/^\s*[+-]?\d+\s*$/.test(seed)) return BigInt(seed.trim().replace(/^\+/, ""));
  throw new ValueError(call, `invalid literal for int() with base 10: '${seed}'`, "a seed is a whole number");
}

/** A tensor, which this folder does not know by its class. */
function isItem(value: unknown): value is { item(): unknown } {
  return Object.prototype.toString.call(value) === "[object Tensor]";
}

/** Python's name for the type of what stands where a seed or a generator should. */
export function pythonType(value: unknown): string {
  if (value === undefined || value === null) return "NoneType";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "bigint") return "int";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (Array.isArray(value)) return "list";
  const name = value.constructor?.name ?? "object";
  return name === "Object" ? "dict" : name;
}
