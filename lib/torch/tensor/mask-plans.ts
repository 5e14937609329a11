import { RuntimeError } from "../errors";
import { bindCall } from "./bind";
import type { Change } from "./change";
import { copyInto } from "./convert";
import { saving } from "./derivatives";
import { makeWalk, runWalk } from "./iterate";
import { record } from "./make";
import { isTensor, scalarView } from "./operand";
import { asNumbers } from "./ops/along";
import { broadcastShapes, broadcastStrides, showShape } from "./shape";
import { emptyStrided, numelOf, type Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";
import { checkWritable } from "./write";

/** A tensor in the shape that it and the mask have together. */
export function spread(call: string, tensor: Tensor, mask: Tensor): Tensor {
  const shape = broadcastShapes(call, [mask.shape, tensor.shape]);
  return showShape(shape) === showShape(tensor.shape) ? tensor : tensor.expand(shape);
}

function maskFor(call: string, target: Tensor, mask: Tensor): Strided {
  checkWritable(call, target.shape, broadcastShapes(call, [target.shape, mask.shape]));
  const view = mask[STRIDED];
  return { ...view, shape: target.shape, strides: broadcastStrides(view, target.shape) };
}

/** Calls back with the place in the storage of each element at which the mask is true, in row-major order. */
function eachMasked(target: Strided, mask: Strided, visit: (place: number) => void): void {
  const chosen = mask.storage.data;
  const walk = makeWalk(target.shape, [target.strides, mask.strides]);
  runWalk(walk, [target.offset, mask.offset], ([t, m], [st, sm], count) => {
    for (let k = 0; k < count; k++) if (chosen[m! + k * sm!] !== 0) visit(t! + k * st!);
  });
}

/** `masked_fill`, ready to be done. */
export function planMaskedFill(call: string, target: Tensor, given: readonly unknown[]): Change {
  const { mask, value } = bindCall(call, given, { mask: "Tensor", value: "operand" });
  if (mask.dtype.name !== "bool") {
    throw new RuntimeError(
      call,
      `masked_fill_ only supports boolean masks, but got mask with dtype ${mask.dtype.scalarName}`,
      "write mask.bool()",
    );
  }
  if (isTensor(value) && value.ndim > 0) {
    throw new RuntimeError(
      call,
      `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.ndim} dimension(s).`,
    );
  }
  const places = maskFor(call, target, mask);
  const filling = emptyStrided([], target.dtype);
  copyInto(filling, isTensor(value) ? value[STRIDED] : scalarView(value, target.dtype));
  return {
    call,
    node: isTensor(value) ? "MaskedFillBackward1" : "MaskedFillBackward0",
    inputs: [value],
    derivatives: [
      saving([mask], (grad, mask) => grad.masked_fill(mask, 0)),
      saving([mask], (grad, mask) => grad.mul(mask).sum()),
    ],
    write: (view) => {
      const data = asNumbers(view.storage.data);
      const [plain] = asNumbers(filling.storage.data);
      eachMasked(view, places, (place) => {
        data[place] = plain!;
      });
    },
  };
}

/** The gradient of values that were written one after the other: those at the mask, then zeros. */
function backToSource(grad: Tensor, mask: Tensor, shape: readonly number[]): Tensor {
  const chosen = grad.masked_select(mask.expand(grad.shape));
  const whole = emptyStrided([numelOf(shape)], grad.dtype);
  copyInto({ ...whole, shape: chosen.shape }, chosen[STRIDED]);
  const padded = record("CatBackward0", [chosen], whole, [(back) => back.narrow(0, 0, chosen.numel())]);
  return padded.reshape(shape);
}

/** `masked_scatter`, ready to be done. */
export function planMaskedScatter(call: string, target: Tensor, given: readonly unknown[]): Change {
  const { mask, source } = bindCall(call, given, { mask: "Tensor", source: "Tensor" });
  if (source.dtype !== target.dtype) {
    throw new RuntimeError(
      call,
      `masked_scatter: expected self and source to have same dtypes but got${target.dtype.scalarName} and ${source.dtype.scalarName}`,
    );
  }
  if (mask.dtype.name !== "bool") {
    throw new RuntimeError(call, "masked_scatter: expected BoolTensor or ByteTensor for mask");
  }
  const places = maskFor(call, target, mask);
  const { shape } = source;
  return {
    call,
    node: "MaskedScatterBackward0",
    inputs: [source],
    derivatives: [
      saving([mask], (grad, mask) => grad.masked_fill(mask, 0)),
      saving([mask], (grad, mask) => backToSource(grad, mask, shape)),
    ],
    write: (view) => {
      const values = asNumbers(source.toTypedArray());
      const data = asNumbers(view.storage.data);
      let next = 0;
      eachMasked(view, places, (place) => {
        if (next === values.length) {
          throw new RuntimeError(call, "Number of elements of source < number of ones in mask");
        }
        data[place] = values[next++]!;
      });
    },
  };
}
