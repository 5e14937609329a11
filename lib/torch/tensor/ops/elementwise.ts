import type { BinaryKernel, UnaryKernel } from "../../kernels";
import { copyOf } from "../convert";
import type { Data, DType } from "../dtype";
import { iterationOrder, makeWalk, runWalk, stridesInOrder } from "../iterate";
import { broadcastShapes, broadcastStrides } from "../shape";
import { emptyStrided, isContiguous, type Strided } from "../strided";

type Operand = Pick<Strided, "shape" | "strides">;

function isAsLarge(operand: Operand, shape: readonly number[]): boolean {
  return operand.shape.length === shape.length && operand.shape.every((size, d) => size === shape[d]);
}

/** A tensor for a result, laid out in memory as PyTorch lays it out for these operands. */
export function emptyLike(shape: readonly number[], operands: readonly Operand[], dtype: DType): Strided {
  const plain = operands.every((operand) => isAsLarge(operand, shape) && isContiguous(operand));
  if (plain) return emptyStrided(shape, dtype);
  const strides = operands.map((operand) => broadcastStrides(operand, shape));
  const order = iterationOrder(shape, strides);
  if (order.every((dimension, position) => dimension === position)) return emptyStrided(shape, dtype);
  return { ...emptyStrided(shape, dtype), strides: stridesInOrder(shape, order) };
}

/** A tensor like another, as `clone` and `empty_like` lay it out: with its strides where those leave no gaps. */
export function emptyAlike(view: Operand, dtype: DType): Strided {
  const inOrder = stridesInOrder(view.shape, iterationOrder(view.shape, [view.strides]));
  const dense =
    isContiguous(view) || view.strides.every((stride, d) => view.shape[d] === 1 || stride === inOrder[d]);
  return { ...emptyStrided(view.shape, dtype), strides: dense ? view.strides : inOrder };
}

function cast(view: Strided, dtype: DType): Strided {
  return view.dtype === dtype ? view : copyOf(view, dtype);
}

/** The kernels of a binary operation by the dtype in which it is computed. */
export type BinaryKernels = {
  readonly numbers: BinaryKernel<never, never>;
  readonly integers: BinaryKernel<never, never>;
};

type BinarySpec = {
  readonly call: string;
  readonly kernels: BinaryKernels;
  /** The dtype in which both operands are read. */
  readonly computeIn: DType;
  /** The dtype of the result; that of the operands if absent. */
  readonly result?: DType;
  /** Where to write; a new tensor if absent. */
  readonly into?: Strided;
};

/** Applies a binary operation to two views that broadcast against each other. */
export function applyBinary(a: Strided, b: Strided, spec: BinarySpec): Strided {
  const shape = broadcastShapes(spec.call, [a.shape, b.shape]);
  const out = spec.into ?? emptyLike(shape, [a, b], spec.result ?? spec.computeIn);
  const left = cast(a, spec.computeIn);
  const right = cast(b, spec.computeIn);
  const operands = [out.strides, broadcastStrides(left, shape), broadcastStrides(right, shape)];
  const walk = makeWalk(shape, operands, iterationOrder(shape, operands));
  const kernel = spec.computeIn.name === "int64" ? spec.kernels.integers : spec.kernels.numbers;
  const run = kernel as BinaryKernel<Data, Data>;
  runWalk(walk, [out.offset, left.offset, right.offset], (starts, steps, count) => {
    run(
      { data: out.storage.data, start: starts[0]!, step: steps[0]! },
      { data: left.storage.data, start: starts[1]!, step: steps[1]! },
      { data: right.storage.data, start: starts[2]!, step: steps[2]! },
      count,
    );
  });
  return out;
}

/** Applies a function of one element; `into` may be the operand itself. */
export function applyUnary(
  a: Strided,
  { kernel, dtype = a.dtype, into }: { kernel: UnaryKernel<never, never>; dtype?: DType; into?: Strided },
): Strided {
  const out = into ?? emptyLike(a.shape, [a], dtype);
  const operands = [out.strides, a.strides];
  const walk = makeWalk(a.shape, operands, iterationOrder(a.shape, operands));
  const run = kernel as UnaryKernel<Data, Data>;
  runWalk(walk, [out.offset, a.offset], (starts, steps, count) => {
    run(
      { data: out.storage.data, start: starts[0]!, step: steps[0]! },
      { data: a.storage.data, start: starts[1]!, step: steps[1]! },
      count,
    );
  });
  return out;
}
