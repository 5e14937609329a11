/** Compares a result of the engine with what PyTorch gave. */

import { Tensor } from "..";
import type { Described, GoldenCase } from "./program";

// Written as float32.
const SHORT = new Set(["float32", "float16", "bfloat16"]);

const bytes = new DataView(new ArrayBuffer(8));

function hexOf(value: number, dtype: string): string {
  if (SHORT.has(dtype)) {
    bytes.setFloat32(0, value);
    return bytes.getUint32(0).toString(16).padStart(8, "0");
  }
  bytes.setFloat64(0, value);
  return bytes.getBigUint64(0).toString(16).padStart(16, "0");
}

function textOf(value: number | bigint, dtype: string): string {
  return typeof value === "bigint" || dtype === "bool" ? String(value) : hexOf(value, dtype);
}

/** FNV-1a over the text of the elements. */
function fingerprint(words: readonly string[]): string {
  let state = 0x811c9dc5;
  for (const character of words.join(" ")) {
    state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return state.toString(16).padStart(8, "0");
}

function describeTensor(tensor: Tensor, like: Described): Described {
  const { name: dtype } = tensor.dtype;
  const shape = [...tensor.shape];
  const words = Array.from(tensor.toTypedArray() as ArrayLike<number | bigint>, (item) =>
    textOf(item, dtype),
  );
  return describeWords(words, { dtype, shape }, like);
}

function describeWords(
  words: readonly string[],
  { dtype, shape }: { dtype: string; shape: number[] },
  like: Described,
): Described {
  if (!("fingerprint" in like)) return { dtype, shape, values: words.join(" ") };
  const ends = [...words.slice(0, 4), ...words.slice(-4)].join(" ");
  return { dtype, shape, fingerprint: fingerprint(words), ends };
}

/** A result as text that keeps every bit, in the form of scripts/golden/engine_steps.py. */
export function describeResult(value: unknown, like: Described): Described {
  if (value instanceof Tensor) return describeTensor(value, like);
  if (value instanceof Uint8Array) {
    return describeWords(Array.from(value, String), { dtype: "uint8", shape: [value.length] }, like);
  }
  if ("parts" in like) {
    const parts = [...(value as Iterable<unknown>)];
    return { parts: parts.map((part, i) => describeResult(part, like.parts[i]!)) };
  }
  if ("list" in like && Array.isArray(value)) {
    return { list: value.map((item, i) => describeResult(item, like.list[i]!)) };
  }
  if (typeof value === "boolean" || value === null) return { value };
  if ("double" in like) return { double: hexOf(Number(value), "float64") };
  if ("integer" in like) return { integer: String(value) };
  return { text: String(value) };
}

function floatOf(hex: string): number {
  if (hex.length === 8) {
    bytes.setUint32(0, Number.parseInt(hex, 16));
    return bytes.getFloat32(0);
  }
  bytes.setBigUint64(0, BigInt(`0x${hex}`));
  return bytes.getFloat64(0);
}

function ordered(hex: string): bigint {
  const bits = BigInt.asIntN(64, BigInt(`0x${hex}`));
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

// Two units in the last place of a short format: its products are summed in another order.
const SHORT_DIGITS = { float16: 2 ** -9, bfloat16: 2 ** -6 };
/** What `digits` owes, relative to the larger value. */
export const DIGITS = { float32: 2e-6, float64: 1e-13, ...SHORT_DIGITS };
/** What LAPACK and the inverse error function are owed to: `near`. */
export const NEAR = { float32: 1e-5, float64: 1e-12, ...SHORT_DIGITS };

function agrees(
  ours: string,
  theirs: string,
  { kind, dtype }: { kind: GoldenCase["kind"]; dtype: string },
): boolean {
  if (ours === theirs) return true;
  if (dtype !== "float64" && dtype !== "float32" && dtype !== "float16" && dtype !== "bfloat16") return false;
  const [x, y] = [floatOf(ours), floatOf(theirs)];
  if (Number.isNaN(x) && Number.isNaN(y)) return true;
  switch (kind) {
    case "bits":
      return false;
    case "ulp2": {
      if (dtype !== "float64") return false;
      const apart = ordered(ours) - ordered(theirs);
      return apart >= -2n && apart <= 2n;
    }
    case "near":
    case "digits": {
      const tolerance = kind === "near" ? NEAR[dtype] : DIGITS[dtype];
      return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y)) + tolerance / 10;
    }
    default:
      return kind satisfies never;
  }
}

/** What is wrong with a result, or null if it is what is owed. */
export function findDifference(ours: Described, theirs: Described, kind: GoldenCase["kind"]): string | null {
  if ("parts" in theirs && "parts" in ours) {
    return (
      theirs.parts
        .map((part, i) => findDifference(ours.parts[i]!, part, kind))
        .find((found) => found !== null) ?? null
    );
  }
  if ("list" in theirs && "list" in ours && ours.list.length === theirs.list.length) {
    return (
      theirs.list
        .map((item, i) => findDifference(ours.list[i]!, item, kind))
        .find((found) => found !== null) ?? null
    );
  }
  if (!("values" in theirs) || !("values" in ours)) {
    if ("double" in theirs && "double" in ours) {
      const same = agrees(ours.double, theirs.double, { kind, dtype: "float64" });
      return same ? null : `${ours.double} where PyTorch has ${theirs.double}`;
    }
    const [left, right] = [JSON.stringify(ours), JSON.stringify(theirs)];
    return left === right ? null : `${left}\nwhere PyTorch has\n${right}`;
  }
  if (ours.dtype !== theirs.dtype) return `dtype ${ours.dtype} where PyTorch has ${theirs.dtype}`;
  if (String(ours.shape) !== String(theirs.shape))
    return `shape ${ours.shape} where PyTorch has ${theirs.shape}`;
  const left = ours.values.split(" ");
  const right = theirs.values.split(" ");
  const wrong = right.flatMap((text, i) =>
    agrees(left[i]!, text, { kind, dtype: theirs.dtype }) ? [] : [i],
  );
  if (wrong.length === 0) return null;
  const first = wrong[0]!;
  return `${wrong.length} of ${right.length} values differ, first at ${first}: ${left[first]} where PyTorch has ${right[first]}`;
}
