import { NotImplementedError, RuntimeError } from "../errors";
import type { GradFn, Gradient, Rule } from "./node";
import { isTensor, type Operand } from "./operand";
import { showShape } from "./shape";
import { HISTORY } from "./symbols";
import type { Tensor } from "./tensor";

/*
 * How an operation says what its derivative is. It ends in
 *
 *   return record("MulBackward0", [a, b], view, [
 *     saving([b], (grad, b) => grad.mul(b)),
 *     saving([a], (grad, a) => grad.mul(a)),
 *   ]);
 *
 * with one formula for each input, in order. A formula gets the gradient of the result and gives that of the input; it is
 * written with the recorded operations of tensors, so that it can be differentiated again. It need not undo broadcasting
 * or promotion: the engine sums to the input's shape and converts to its dtype. `saving` names what the formula needs
 * from the forward pass, RESULT standing for the result itself; that is checked for later writes, and dropped after
 * `backward`. A formula without `saving` must not hold on to tensors. Where the gradients of several inputs share their
 * work, or an operation has several results, `together` gives all of them at once.
 */

/** Stands for the result of the operation among the tensors to save. */
export const RESULT = Symbol("result");

/** What a formula may need from the forward pass. */
type Savable = Operand | typeof RESULT;
type Unpacked<T> = T extends typeof RESULT ? Tensor : T;
type Given<T extends readonly Savable[]> = { [K in keyof T]: Unpacked<T[K]> };

/** The gradient of one input; null is no gradient, as 0. */
export type Formula = (grad: Tensor) => Gradient;
/** The same with what it needs from the forward pass. */
export type SavingFormula = {
  readonly saved: readonly Savable[];
  readonly formula: (grad: Tensor, ...saved: never[]) => Gradient;
};
/** The gradients of all inputs at once, from those of all results. */
export type JointFormula = {
  readonly saved: readonly Savable[];
  /** Whether it runs functions that are not the engine's, which may keep what they see. */
  readonly isForeign?: boolean;
  readonly joint: (
    grads: readonly Gradient[],
    needs: readonly boolean[],
    ...saved: never[]
  ) => readonly Gradient[];
};
/** The derivatives of an operation: a formula for each input (null where there is none), or one for all. */
export type Derivatives = readonly (Formula | SavingFormula | null)[] | JointFormula;

/** A formula that needs these tensors and plain values of the forward pass. */
export function saving<const T extends readonly Savable[]>(
  saved: T,
  formula: (grad: Tensor, ...saved: Given<T>) => Gradient,
): SavingFormula {
  return { saved, formula: formula as SavingFormula["formula"] };
}

/** One formula for the gradients of all inputs; `needs` says which of them are wanted. */
export function together<const T extends readonly Savable[]>(
  saved: T,
  joint: (grads: readonly Gradient[], needs: readonly boolean[], ...saved: Given<T>) => readonly Gradient[],
): JointFormula {
  return { saved, joint: joint as JointFormula["joint"] };
}

/** A tensor or plain value kept for `backward`, with the version that it must still have. */
class Saved {
  #value: Savable;
  #version = 0;
  #origin: { readonly node: GradFn; readonly index: number } | null = null;

  constructor(value: Savable) {
    this.#value = value;
    if (isTensor(value)) this.#note(value);
  }

  #note(tensor: Tensor): void {
    this.#version = tensor._version;
    const { gradFn, index } = tensor[HISTORY];
    if (gradFn !== null) this.#origin = { node: gradFn, index };
  }

  /** Puts the result of the operation where RESULT stood. */
  bind(result: Tensor): void {
    if (this.#value !== RESULT) return;
    this.#value = result;
    this.#note(result);
  }

  unpack(): Savable {
    const value = this.#value;
    if (!isTensor(value) || value._version === this.#version) return value;
    const origin =
      this.#origin === null ? "" : `, which is output ${this.#origin.index} of ${this.#origin.node.name()},`;
    throw new RuntimeError(
      "Tensor.backward",
      `one of the variables needed for gradient computation has been modified by an inplace operation: [torch.${value.dtype.scalarName}Tensor ${showShape(value.shape)}]${origin} is at version ${value._version}; expected version ${this.#version} instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).`,
      "find the operation that ends in _ (or the assignment by set) after the tensor was used, and write the one without _",
    );
  }
}

function refuseSecondTime(): never {
  throw new RuntimeError(
    "Tensor.backward",
    "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.",
    "write loss.backward(null, { retain_graph: true }) the first time, or compute the loss anew",
  );
}

/** The formulas of a node with what they saved, until that is released. */
export class SavedRule implements Rule {
  readonly #derivatives: Derivatives;
  readonly #needs: readonly boolean[];
  #saved: readonly (readonly Saved[])[] | null;

  /** `replace` gives what is saved in place of a tensor that is about to be written to. */
  constructor(
    derivatives: Derivatives,
    needs: readonly boolean[],
    replace: (value: Savable) => Savable = (value) => value,
  ) {
    const pack = (saved: readonly Savable[]) => saved.map((value) => new Saved(replace(value)));
    this.#derivatives = derivatives;
    this.#needs = needs;
    this.#saved =
      "joint" in derivatives
        ? [pack(derivatives.saved)]
        : derivatives.map((entry, i) =>
            needs[i] && entry !== null && typeof entry !== "function" ? pack(entry.saved) : [],
          );
  }

  get keepsNothing(): boolean {
    const derivatives = this.#derivatives;
    return !("joint" in derivatives && derivatives.isForeign === true);
  }

  /** Tells the formulas the result of the operation, or the first of its results. */
  complete(result: Tensor): void {
    for (const list of this.#saved ?? []) for (const saved of list) saved.bind(result);
  }

  apply(grads: readonly Gradient[]): readonly Gradient[] {
    const saved = this.#saved ?? refuseSecondTime();
    const unpack = (i: number) => (saved[i] ?? []).map((one) => one.unpack()) as never[];
    const derivatives = this.#derivatives;
    if ("joint" in derivatives) return derivatives.joint(grads, this.#needs, ...unpack(0));
    const grad = grads[0] ?? null;
    if (grad === null) return [];
    return derivatives.map((entry, i) => {
      if (!this.#needs[i] || entry === null) return null;
      return typeof entry === "function" ? entry(grad) : entry.formula(grad, ...unpack(i));
    });
  }

  release(): void {
    if (this.#saved?.some((list) => list.length > 0)) this.#saved = null;
  }
}

/** The derivatives of an operation that has none, under the name by which PyTorch's error calls it. */
export function withoutDerivative(operation: string): Derivatives {
  return together([], () => {
    throw new RuntimeError("Tensor.backward", `derivative for aten::${operation} is not implemented`);
  });
}

/** The rule of an operation whose derivative is not known. */
export function unknownRule(name: string): Rule {
  return {
    apply: () => {
      throw new NotImplementedError("Tensor.backward", `derivative for ${name} is not implemented`);
    },
    release() {},
  };
}
