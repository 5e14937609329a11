import { RuntimeError } from "../errors";
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

/** The operation that made a tensor, as far as `print` shows it; derivatives come with the autograd engine. */
export class GradFn {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** PyTorch's name of the node, for example `MulBackward0`. */
  name(): string {
    return this.#name;
  }

  toString(): string {
    return `<${this.#name} object>`;
  }
}

/** Counts the writes to a tensor; its views share the counter. */
export type VersionCounter = { value: number };

/** What a tensor knows about its place in a computation. */
export type History = {
  requiresGrad: boolean;
  gradFn: GradFn | null;
  /** The tensor of which this one is a view. */
  base: Tensor | null;
  version: VersionCounter;
};

/** The history of a tensor that comes from nowhere. */
export function freshHistory(): History {
  return { requiresGrad: false, gradFn: null, base: null, version: { value: 0 } };
}

/** Throws PyTorch's error if `target` may not be written to while recording is on. */
export function checkInPlace(call: string, target: Tensor): void {
  if (!enabled || !target.requires_grad) return;
  const wayOut = "wrap the change in torch.no_grad(() => …), or use the functions of torch.nn.init";
  if (target.is_leaf) {
    throw new RuntimeError(
      call,
      "a leaf Variable that requires grad is being used in an in-place operation.",
      wayOut,
    );
  }
  const base = target._base;
  if (base?.is_leaf && base.requires_grad) {
    throw new RuntimeError(
      call,
      "a view of a leaf Variable that requires grad is being used in an in-place operation.",
      wayOut,
    );
  }
}
