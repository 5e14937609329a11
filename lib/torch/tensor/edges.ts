import { RuntimeError } from "../errors";
import { type History, type ViewPath, withGradMode } from "./grad";
import { type Edge, GradFn } from "./node";
import { HISTORY } from "./symbols";
import type { Tensor } from "./tensor";

/** Whether a derivative with respect to this tensor is wanted; a view of a tensor that requires grad does too. */
export function requiresGrad({ requiresGrad, gradFn, base }: History): boolean {
  return requiresGrad || gradFn !== null || (base?.requires_grad ?? false);
}

/** Makes of `base` the view that `path` describes. */
export function followPath(path: ViewPath | null, base: Tensor): Tensor {
  const steps: ViewPath["step"][] = [];
  for (let at = path; at !== null; at = at.before) steps.push(at.step);
  return steps.reduceRight((tensor, step) => step(tensor), base);
}

/** The node of a tensor. A view whose base was written to since it was made takes its node from the base anew. */
export function gradFnOf(tensor: Tensor): GradFn | null {
  const history = tensor[HISTORY];
  const { base, version } = history;
  if (base === null || (history.gradFn === null && !base.requires_grad)) return history.gradFn;
  if (history.knownVersion === version.value) return history.gradFn;
  if (history.isUnrecordedView) {
    throw new RuntimeError(
      "torch.autograd",
      "Output 0 of a view is being used after its base or another view of its base has been modified inplace. This view was created in no_grad mode.",
      "make the view and the change both inside torch.no_grad(() => …), or both outside",
    );
  }
  const renewed = withGradMode(true, () => followPath(history.path, base))[HISTORY];
  renewed.gradFn?.rename("AsStridedBackward0");
  history.gradFn = renewed.gradFn;
  history.index = renewed.index;
  history.knownVersion = version.value;
  return history.gradFn;
}

/** Where the gradient of a tensor goes, or null if none is wanted. */
export function edgeOf(tensor: Tensor): Edge | null {
  const node = gradFnOf(tensor);
  const history = tensor[HISTORY];
  if (node !== null) return { node, index: history.index };
  if (!requiresGrad(history)) return null;
  history.accumulator ??= { node: makeAccumulator(tensor), index: 0 };
  return history.accumulator;
}

/** The last node of every path: adds what arrives to the leaf's `grad`. */
function makeAccumulator(leaf: Tensor): GradFn {
  return new GradFn("torch::autograd::AccumulateGrad", {
    edges: [],
    results: [{ shape: leaf.shape, dtype: leaf.dtype }],
    order: Number.POSITIVE_INFINITY,
    rule: {
      apply: () => [],
      release() {},
      accumulate: (grad, isSpare) => leaf.requires_grad && leaf.accumulateGrad(grad, isSpare),
    },
  });
}
