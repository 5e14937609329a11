import { edgeOf } from "./edges";
import { checkInPlace, withGradMode } from "./grad";
import { isRecorded, makeTensor } from "./make";
import { GradFn } from "./node";
import { HISTORY, STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

type Reshaping = {
  readonly call: string;
  /** PyTorch's name of the node. */
  readonly node: string;
  /** Takes the view that the tensor becomes. */
  readonly step: (source: Tensor) => Tensor;
  /** From the gradient of what the tensor became, that of what it was. */
  readonly derivative: (grad: Tensor) => Tensor;
};

/** Makes of a tensor a view of what it was: shape and strides change in place, the values stay. */
export function reshapeInPlace(target: Tensor, { call, node, step, derivative }: Reshaping): void {
  const history = target[HISTORY];
  const records = isRecorded([target]);
  if (records) checkInPlace(call, target, history);
  const edge = records ? edgeOf(target) : null;
  target[STRIDED] = withGradMode(false, () => step(makeTensor(target[STRIDED])))[STRIDED];
  history.version.value++;
  if (history.base !== null) {
    // Its node is made anew from the base when it is next asked for.
    history.path = { step, before: history.path };
    return;
  }
  if (edge === null) return;
  history.gradFn = new GradFn(node, {
    edges: [edge],
    results: [{ shape: target.shape, dtype: target.dtype }],
    rule: {
      apply: ([grad = null]) => [grad === null ? null : derivative(grad)],
      release() {},
    },
  });
  history.index = 0;
}
