import { RuntimeError } from "../../errors";
import { showShape, type Tensor } from "../../tensor";
import type { Sizes } from "../arguments";
import { nameOf } from "./conv-checks";

/** A pooling as it runs: one number for each spatial dimension. */
export type Pooling = {
  readonly call: string;
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly ceil_mode: boolean;
};

/** The name of a pooling in PyTorch's sentences; the one with indices has no name of its own. */
export function poolName(call: string): string {
  return nameOf(call).replace("_with_indices", "");
}

const COUNTS: Readonly<Record<number, string>> = { 1: "one int", 2: "two ints", 3: "three ints" };

/** One number a dimension. Errors: PyTorch's sentence for another count. */
export function toPoolSizes(
  call: string,
  name: string,
  { value, rank }: { value: Sizes; rank: number },
): readonly number[] {
  if (typeof value === "number") return new Array<number>(rank).fill(value);
  if (value.length === rank) return value;
  if (value.length === 1) return new Array<number>(rank).fill(value[0]!);
  if (nameOf(call) === "max_pool1d_with_indices") {
    throw new RuntimeError(
      call,
      `max_pool1d() argument '${name}' should contain one int (got ${value.length})`,
    );
  }
  throw new RuntimeError(
    call,
    `${poolName(call)}: ${name} must ${nameOf(call) === "avg_pool3d" ? "" : "either "}be a single int, or a tuple of ${COUNTS[rank]}`,
    `got ${showShape(value)}`,
  );
}

/** Throws PyTorch's sentence for numbers that make no pooling. */
export function checkPooling({ call, kernel, stride, padding, dilation }: Pooling): void {
  if (stride.some((size) => size === 0)) throw new RuntimeError(call, "stride should not be zero");
  if (kernel.some((size) => size <= 0))
    throw new RuntimeError(call, "kernel size should be greater than zero");
  if (dilation.some((size) => size <= 0)) {
    const axes = ["D", "H", "W"].slice(-dilation.length);
    throw new RuntimeError(
      call,
      `dilation should be greater than zero, but got ${dilation.map((size, d) => `dilation${axes[d]}: ${size}`).join(" ")}`,
    );
  }
  padding.forEach((size, d) => {
    if (size * 2 <= kernel[d]!) return;
    const start = nameOf(call) === "max_pool1d" ? "max_pool1d() padding" : "pad";
    throw new RuntimeError(
      call,
      `${start} should be at most half of kernel size, but got ${start === "pad" ? "pad" : "padding"}=${size} and kernel_size=${kernel[d]}`,
    );
  });
}

/** How many places the kernel has along each dimension; in `ceil_mode` the last may reach over the end, but must begin before it. */
export function poolPlaces(input: Tensor, pooling: Pooling): number[] {
  const { call, kernel, stride, padding, dilation, ceil_mode } = pooling;
  const rank = kernel.length;
  const sizes = input.shape.slice(-rank);
  const places = sizes.map((size, d) => {
    const room = size + 2 * padding[d]! - dilation[d]! * (kernel[d]! - 1) - 1;
    const count = Math.floor((room + (ceil_mode ? stride[d]! - 1 : 0)) / stride[d]!) + 1;
    return ceil_mode && (count - 1) * stride[d]! >= size + padding[d]! ? count - 1 : count;
  });
  if (places.some((count) => count < 1)) {
    if (poolName(call) === "avg_pool3d") {
      const shown = (start: string, numbers: readonly number[]) =>
        numbers.map((size, d) => `${start}${"THW"[d]}: ${size}`).join(" ");
      throw new RuntimeError(
        call,
        `input image (${shown("", sizes)}) smaller than kernel size (${shown("k", kernel)})`,
      );
    }
    // PyTorch averages one dimension as two, of which the first is trivial.
    const shown = (spatial: readonly number[]) =>
      [input.shape[input.ndim - rank - 1], ...(rank === 1 ? [1] : []), ...spatial].join("x");
    throw new RuntimeError(
      call,
      `Given input size: (${shown(sizes)}). Calculated output size: (${shown(places)}). Output size is too small`,
    );
  }
  return places;
}
