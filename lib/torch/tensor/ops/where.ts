import { RuntimeError } from "../../errors";
import { copyOf } from "../convert";
import { saving } from "../derivatives";
import { type Data, float32 } from "../dtype";
import { iterationOrder, makeWalk, runWalk } from "../iterate";
import { record } from "../make";
import { checkOperand, isTensor, type Operand, participantOf, viewOf } from "../operand";
import { resultType } from "../promote";
import { broadcastShapes, broadcastStrides } from "../shape";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { emptyLike } from "./elementwise";

const CALL = "torch.where";

/**
 * `a` where the condition holds, `b` elsewhere; the three broadcast.
 * @example
 * torch.where(torch.tensor([1.5, 5, 3]).gt(2), torch.tensor([1.5, 5, 3]), torch.zeros(3)) // => tensor([0., 5., 3.])
 */
export function where(condition: Tensor): Tensor[];
export function where(condition: Tensor, a: Operand, b: Operand): Tensor;
export function where(condition: Tensor, a?: Operand, b?: Operand): Tensor | Tensor[] {
  if (!isTensor(condition)) checkOperand(CALL, undefined, "condition");
  if (a === undefined && b === undefined) return condition.nonzero({ as_tuple: true });
  checkOperand(CALL, a, "input");
  checkOperand(CALL, b);
  if (condition.dtype.name !== "bool") {
    throw new RuntimeError(
      CALL,
      `where expected condition to be a boolean tensor, but got a tensor with dtype ${condition.dtype.scalarName}`,
      "write x.gt(0) for x > 0",
    );
  }
  const dtype = resultType([participantOf(a), participantOf(b)]) ?? float32;
  const mask = condition[STRIDED];
  const choices = [viewOf(a, dtype), viewOf(b, dtype)].map((view) =>
    view.dtype === dtype ? view : copyOf(view, dtype),
  );
  const [yes, no] = choices as [(typeof choices)[number], (typeof choices)[number]];
  const shape = broadcastShapes(CALL, [mask.shape, yes.shape, no.shape]);
  const out = emptyLike(shape, [mask, yes, no], dtype);
  const inputs = [mask, yes, no].map((view) => broadcastStrides(view, shape));
  const operands = [out.strides, ...inputs];
  const walk = makeWalk(shape, operands, iterationOrder(shape, operands));
  const bytes = mask.storage.data as Uint8Array;
  const target = out.storage.data as Data;
  runWalk(walk, [out.offset, mask.offset, yes.offset, no.offset], ([o, m, i, j], [so, sm, si, sj], count) => {
    for (let k = 0; k < count; k++) {
      const from = bytes[m! + k * sm!] !== 0 ? yes.storage.data[i! + k * si!] : no.storage.data[j! + k * sj!];
      target[o! + k * so!] = from as never;
    }
  });
  return record("WhereBackward0", [condition, a, b], out, [
    null,
    saving([condition], (grad, condition) => where(condition, grad, 0)),
    saving([condition], (grad, condition) => where(condition, 0, grad)),
  ]);
}
