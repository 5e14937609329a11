import { RuntimeError } from "../../errors";
import { showShape } from "../shape";
import type { Strided } from "../strided";

type Expansion = {
  readonly before: number;
  readonly dim: number;
  readonly isNew: boolean;
  readonly own: readonly number[];
  readonly wanted: readonly number[];
};

function expandedSize(size: number, { before, dim, isNew, own, wanted }: Expansion): number {
  if (size === -1) {
    if (!isNew) return before;
    throw new RuntimeError(
      "Tensor.expand",
      `The expanded size of the tensor (${size}) isn't allowed in a leading, non-existing dimension ${dim}`,
    );
  }
  if (size === before || before === 1) return size;
  throw new RuntimeError(
    "Tensor.expand",
    `The expanded size of the tensor (${size}) must match the existing size (${before}) at non-singleton dimension ${dim}.  Target sizes: ${showShape(wanted)}.  Tensor sizes: ${showShape(own)}`,
  );
}

/** The shape and strides by which a view is repeated along dimensions of size 1; -1 keeps a size. */
export function expand(view: Strided, wanted: readonly number[]): Pick<Strided, "shape" | "strides"> {
  const missing = wanted.length - view.shape.length;
  if (missing < 0) {
    throw new RuntimeError(
      "Tensor.expand",
      `expand(torch.${view.dtype.scalarName}Tensor{${showShape(view.shape)}}, size=${showShape(wanted)}): the number of sizes provided (${wanted.length}) must be greater or equal to the number of dimensions in the tensor (${view.shape.length})`,
    );
  }
  const shape = new Array<number>(wanted.length);
  const strides = new Array<number>(wanted.length);
  for (let d = wanted.length - 1; d >= 0; d--) {
    const before = d < missing ? 1 : view.shape[d - missing]!;
    shape[d] = expandedSize(wanted[d]!, { before, dim: d, isNew: d < missing, own: view.shape, wanted });
    strides[d] = d >= missing && shape[d] === before ? view.strides[d - missing]! : 0;
  }
  return { shape: Object.freeze(shape), strides };
}
