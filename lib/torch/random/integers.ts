import { DIGITS, type ReducedName } from "../kernels";
import type { Generator } from "./generator";

const TWO_TO_32 = 1n << 32n;

/** A source of integers in [low, high): `draw % (high - low) + low`, with 64-bit draws for ranges from 2³² on. */
export function integerSource(generator: Generator, low: bigint, high: bigint): () => bigint {
  const range = BigInt.asUintN(64, high - low);
  const { draws } = generator;
  if (range >= TWO_TO_32) {
    return () => BigInt.asIntN(64, (((BigInt(draws.next()) << 32n) | BigInt(draws.next())) % range) + low);
  }
  const small = Number(range);
  return () => BigInt(draws.next() % small) + low;
}

/** The integers that `random_()` draws without bounds: those that each element type holds exactly, none of them negative. */
export function usualIntegerSource(
  generator: Generator,
  dtype: ReducedName | "float32" | "float64" | "int64" | "bool",
): () => bigint {
  const { draws } = generator;
  const long = () => (BigInt(draws.next()) << 32n) | BigInt(draws.next());
  switch (dtype) {
    case "float16":
    case "bfloat16":
      return () => BigInt(draws.next() % (2 ** DIGITS[dtype] + 1));
    case "float32":
      return () => BigInt(draws.next() % (2 ** 24 + 1));
    case "float64":
      return () => long() % ((1n << 53n) + 1n);
    case "int64":
      return () => long() % (1n << 63n);
    case "bool":
      return () => BigInt(draws.next() & 1);
    default:
      return dtype satisfies never;
  }
}

/** Any 64-bit integer. */
export function fullRangeSource({ draws }: Generator): () => bigint {
  return () => BigInt.asIntN(64, (BigInt(draws.next()) << 32n) | BigInt(draws.next()));
}

/** A random permutation of 0 … n - 1 by Fisher and Yates, in PyTorch's order of draws. */
export function permutation(generator: Generator, n: number): BigInt64Array {
  const order = new BigInt64Array(n);
  for (let i = 0; i < n; i++) order[i] = BigInt(i);
  for (let i = 0; i < n - 1; i++) {
    const other = i + (generator.draws.next() % (n - i));
    const value = order[i]!;
    order[i] = order[other]!;
    order[other] = value;
  }
  return order;
}

/**
 * The bounds of random integers that are kept as floats: an end that the float rounds outwards is taken as rounded and
 * then moved inwards by one spacing. `digits` is 24 for float32, 53 for float64. A bound that rounds to infinity stays.
 * After ATen's `update_from` and `update_to` (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others).
 */
export function boundsForFloat(
  { low, high }: { low: bigint; high: bigint },
  { round, digits }: { round: (x: number) => number; digits: number },
): { low: bigint; high: bigint } {
  const asFloat = (x: bigint) => {
    const rounded = round(Number(x));
    return Number.isFinite(rounded) ? BigInt(rounded) : x;
  };
  const spacing = (x: bigint) => 1n << BigInt((x < 0n ? -x : x).toString(2).length - digits);
  const first = asFloat(low + 1n);
  const last = asFloat(high - 1n);
  return {
    low: first < low ? first + spacing(low + 1n) : low,
    high: last >= high ? last - spacing(high - 1n) : high,
  };
}
