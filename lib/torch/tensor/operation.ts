import { checkCast } from "./arithmetic";
import { copyInto } from "./convert";
import type { Derivatives } from "./derivatives";
import type { DType } from "./dtype";
import { record } from "./make";
import type { Operand } from "./operand";
import type { Strided } from "./strided";
import type { Tensor } from "./tensor";
import { checkWritable, writeInPlace } from "./write";

/** An operation, ready to be computed: into a new tensor, or into its first operand. */
export type Operation = {
  /** The call as errors name it, such as `torch.atan2`. */
  readonly call: string;
  /** PyTorch's name of the node. */
  readonly node: string;
  readonly operands: readonly Operand[];
  readonly compute: () => Strided;
  readonly derivatives?: Derivatives;
  /** Throws if a result of that dtype cannot be written into the first operand; `checkCast` if absent. */
  readonly checkCast?: (call: string, from: DType, to: DType) => void;
};

/** The result of an operation as a new tensor. */
export function perform({ node, operands, compute, derivatives }: Operation): Tensor {
  return record(node, operands, compute(), derivatives);
}

/** The same, written into the first operand. */
export function performInPlace(operation: Operation): Tensor {
  const { call, node, operands, compute, derivatives } = operation;
  const [target, ...inputs] = operands as readonly [Tensor, ...Operand[]];
  const write = { call: `${call}_`, node, inputs, ...(derivatives && { derivatives }) };
  return writeInPlace(target, write, (view) => {
    const result = compute();
    checkWritable(write.call, view.shape, result.shape);
    (operation.checkCast ?? checkCast)(write.call, result.dtype, view.dtype);
    copyInto(view, result);
  });
}
