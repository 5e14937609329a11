import { copyOf } from "../convert";
import type { DType } from "../dtype";
import { iterationOrder, makeWalk, runWalk } from "../iterate";
import { broadcastShapes, broadcastStrides } from "../shape";
import type { Strided } from "../strided";
import { emptyLike } from "./elementwise";

/** A function of three operands: of numbers, and of integers where there is such a kernel. */
export type TernaryKernel = {
  readonly numbers: (x: number, y: number, z: number) => number;
  readonly integers?: (x: bigint, y: bigint, z: bigint) => bigint;
};

/** Applies a function of three elements to views that broadcast against each other, all read in one dtype. */
export function applyTernary(
  call: string,
  operands: readonly [Strided, Strided, Strided],
  { kernel, dtype }: { kernel: TernaryKernel; dtype: DType },
): Strided {
  const shape = broadcastShapes(
    call,
    operands.map((operand) => operand.shape),
  );
  const out = emptyLike(shape, operands, dtype);
  const [a, b, c] = operands.map((view) => (view.dtype === dtype ? view : copyOf(view, dtype))) as [
    Strided,
    Strided,
    Strided,
  ];
  const strides = [out.strides, ...[a, b, c].map((view) => broadcastStrides(view, shape))];
  const walk = makeWalk(shape, strides, iterationOrder(shape, strides));
  const apply = (dtype.name === "int64" ? kernel.integers : kernel.numbers) as (
    x: unknown,
    y: unknown,
    z: unknown,
  ) => never;
  const to = out.storage.data;
  runWalk(walk, [out.offset, a.offset, b.offset, c.offset], ([o, i, j, k], [so, si, sj, sk], count) => {
    for (let n = 0; n < count; n++) {
      to[o! + n * so!] = apply(
        a.storage.data[i! + n * si!],
        b.storage.data[j! + n * sj!],
        c.storage.data[k! + n * sk!],
      );
    }
  });
  return out;
}
