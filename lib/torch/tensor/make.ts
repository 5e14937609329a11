import { freshHistory, GradFn, type History, isGradEnabled } from "./grad";
import type { Strided } from "./strided";
import { HISTORY } from "./symbols";
import type { Tensor } from "./tensor";

type Constructor = (view: Strided, history: History) => Tensor;

let construct: Constructor | null = null;

/** Called once by the file that defines `Tensor`, so that the operations below it can make one. */
export function provideConstructor(given: Constructor): void {
  construct = given;
}

/** A tensor around a view. */
export function makeTensor(view: Strided, history: History = freshHistory()): Tensor {
  if (construct === null) throw new Error("torch: enter through lib/torch/tensor/index.ts");
  return construct(view, history);
}

function recorded(inputs: readonly Tensor[]): boolean {
  return isGradEnabled() && inputs.some((input) => input.requires_grad);
}

/** The result of an operation; it requires grad if an input does, the mode is on and its dtype can. */
export function record(node: string, inputs: readonly Tensor[], view: Strided): Tensor {
  const history = freshHistory();
  if (view.dtype.is_floating_point && recorded(inputs)) {
    history.requiresGrad = true;
    history.gradFn = new GradFn(node);
  }
  return makeTensor(view, history);
}

/** A view of `source`: it shares storage and version counter. */
export function recordView(node: string, source: Tensor, view: Strided): Tensor {
  const history: History = {
    requiresGrad: false,
    gradFn: null,
    base: source._base ?? source,
    version: source.versionCounter(),
  };
  if (recorded([source])) {
    history.requiresGrad = true;
    history.gradFn = new GradFn(node);
  }
  return makeTensor(view, history);
}

/** Gives the node of a computed tensor the name that PyTorch has for the whole of a composed operation. */
export function renameNode(tensor: Tensor, node: string): Tensor {
  const history = tensor[HISTORY];
  if (history.gradFn !== null) history.gradFn = new GradFn(node);
  return tensor;
}
