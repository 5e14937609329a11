import { checkCast } from "./arithmetic";
import { type BinaryName, binaryFunction, checkPair } from "./binary-functions";
import type { Operand } from "./operand";
import { performInPlace } from "./operation";
import type { Tensor } from "./tensor";
import { checkWritable } from "./write";

/** A `binaryFunction`, written into its first operand; checked in PyTorch's order: operands, shape, dtype, kernel. */
export function binaryInPlace(name: BinaryName, target: Tensor, other: Operand): void {
  const call = `torch.${name}_`;
  const { shape, dtype } = checkPair(name, call, target, other);
  checkWritable(call, target.shape, shape);
  checkCast(call, dtype, target.dtype);
  performInPlace(binaryFunction(name, target, other));
}
