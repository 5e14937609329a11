import { RuntimeError } from "../errors";
import type { Edge, GradFn } from "./node";
import type { Tensor } from "./tensor";

let enabled = true;

/** Whether operations record where their results come from. */
export function isGradEnabled(): boolean {
  return enabled;
}

/** Runs `body` with recording switched on or off, and restores the mode afterwards, whatever happens. */
export function withGradMode<T>(mode: boolean, body: () => T): T {
  const before = enabled;
  enabled = mode;
  try {
    return body();
  } finally {
    enabled = before;
  }
}

/** Switches recording on or off until further notice. */
export function setGradMode(mode: boolean): void {
  enabled = mode;
}

/** Counts the writes to a tensor; its views share the counter. */
export type VersionCounter = { value: number };

/** How a view is made of another tensor: the last step, and the view that it was taken of, if that was one too. */
export type ViewPath = { readonly step: (source: Tensor) => Tensor; readonly before: ViewPath | null };

/** What a tensor knows about its place in a computation. */
export type History = {
  requiresGrad: boolean;
  /** The node that made it, and which of the node's results it is. */
  gradFn: GradFn | null;
  index: number;
  /** The tensor of which this one is a view, and how. */
  base: Tensor | null;
  path: ViewPath | null;
  /** Whether the view was made while recording was off. */
  isUnrecordedView: boolean;
  /** Why writes to it, or to a view of it, are refused while they would be recorded; null if they are not. */
  refusal: string | null;
  version: VersionCounter;
  /** The version for which `gradFn` holds; a view whose base was written to since takes a new one from the base. */
  knownVersion: number;
  grad: Tensor | null;
  retainsGrad: boolean;
  /** The node that adds to `grad`, once a graph leads here. */
  accumulator: Edge | null;
};

/** The history of a tensor that comes from nowhere. */
export function freshHistory(): History {
  return {
    requiresGrad: false,
    gradFn: null,
    index: 0,
    base: null,
    path: null,
    isUnrecordedView: false,
    refusal: null,
    version: { value: 0 },
    knownVersion: 0,
    grad: null,
    retainsGrad: false,
    accumulator: null,
  };
}

/** Throws PyTorch's error if a write to `target` cannot be recorded. */
export function checkInPlace(
  call: string,
  target: Tensor,
  { isUnrecordedView, refusal, index }: History,
): void {
  const wayOut = "wrap the change in torch.no_grad(() => …), or use the functions of torch.nn.init";
  if (isUnrecordedView) {
    throw new RuntimeError(
      call,
      "A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).",
    );
  }
  if (refusal !== null) {
    const made = target.grad_fn?.name() ?? "a function";
    throw new RuntimeError(
      call,
      `Output ${index} of ${made} is a view and is being modified inplace. ${refusal}`,
    );
  }
  if (!target.requires_grad) return;
  const sentence =
    target._base?.is_leaf === true
      ? "a view of a leaf Variable that requires grad is being used in an in-place operation."
      : "a leaf Variable that requires grad is being used in an in-place operation.";
  if (target.is_leaf || target._base?.is_leaf === true) throw new RuntimeError(call, sentence, wayOut);
}
