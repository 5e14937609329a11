import { copyInto } from "./convert";
import type { Derivatives } from "./derivatives";
import { record } from "./make";
import type { Operand } from "./operand";
import { emptyAlike } from "./ops/elementwise";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";
import { writeInPlace } from "./write";

/** An operation that overwrites parts of a tensor, whether in place or in a copy. */
export type Change = {
  readonly call: string;
  /** PyTorch's name of the node. */
  readonly node: string;
  /** The other operands that may have a derivative. */
  readonly inputs?: readonly Operand[];
  /** One formula for the tensor and one for each of the inputs; see derivatives.ts. */
  readonly derivatives: Derivatives;
  /** Writes into a view of the tensor, or of its copy. */
  readonly write: (view: Strided) => void;
};

/** The tensor after the change, as a tensor of its own. */
export function changed(tensor: Tensor, { node, inputs = [], derivatives, write }: Change): Tensor {
  const own = tensor[STRIDED];
  const copy = emptyAlike(own, own.dtype);
  copyInto(copy, own);
  write(copy);
  return record(node, [tensor, ...inputs], copy, derivatives);
}

/** The change, in place. */
export function changeInPlace(tensor: Tensor, { write, ...spec }: Change): void {
  writeInPlace(tensor, spec, write);
}
