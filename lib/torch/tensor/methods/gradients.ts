import { bindArguments } from "../../arguments";
import { RuntimeError, TypeMismatch } from "../../errors";
import type { RemovableHandle } from "../../hooks";
import { warn } from "../../warnings";
import { type BackwardOptions, runBackward } from "../backward";
import { copyInto } from "../convert";
import { TensorCore } from "../core";
import { edgeOf } from "../edges";
import { isGradEnabled } from "../grad";
import { makeTensor } from "../make";
import type { GradHook } from "../node";
import { isTensor, typeName } from "../operand";
import { emptyAlike } from "../ops/elementwise";
import { isContiguous, numelOf, type Strided } from "../strided";
import { HISTORY, STRIDED } from "../symbols";
import type { Tensor } from "../tensor";

const NOT_A_LEAF =
  "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more informations.";

/** What tensors have to do with derivatives. */
export abstract class TensorGradients extends TensorCore {
  /**
   * The gradient that `backward` has added up here, or null; only leaves that require grad, and tensors that were told to
   * by `retain_grad`, have one. May be set, as to null between two steps.
   * @example
   * const x = torch.ones(2, { requires_grad: true }); x.mul(3).sum().backward(); x.grad // => tensor([3., 3.])
   */
  get grad(): Tensor | null {
    const { grad, retainsGrad } = this[HISTORY];
    if (grad === null && !retainsGrad && !this.is_leaf) warn(NOT_A_LEAF);
    return grad;
  }

  set grad(value: Tensor | null) {
    if (value !== null) this.#checkGrad(value);
    this[HISTORY].grad = value;
  }

  #checkGrad(value: unknown): void {
    const call = "Tensor.grad";
    if (!isTensor(value)) {
      throw new TypeMismatch(
        call,
        `assigned grad expected to be a Tensor or None but got grad of type${typeName(value)}`,
        "write x.grad = null to drop a gradient",
      );
    }
    if (value === this.self) throw new RuntimeError(call, "can't assign Variable as its own grad");
    if (value.dtype !== this.dtype) {
      throw new RuntimeError(
        call,
        "assigned grad has data of a different type",
        `got ${value.dtype} for ${this.dtype}`,
      );
    }
    if (String(value.shape) !== String(this.shape)) {
      throw new RuntimeError(
        call,
        "assigned grad has data of a different size",
        `got shape [${value.shape.join(", ")}] for [${this.shape.join(", ")}]`,
      );
    }
  }

  /**
   * Adds to `grad`: in place, or as a recorded sum while a graph of the gradients is made. The first value is taken over
   * where nobody else holds it, which this says.
   * @internal
   */
  accumulateGrad(value: Tensor, isSpare = false): boolean {
    const history = this[HISTORY];
    if (history.grad !== null) {
      if (isGradEnabled()) history.grad = history.grad.add(value);
      else history.grad.add_(value);
      return false;
    }
    if (isGradEnabled()) {
      history.grad = value.clone();
      return false;
    }
    const isTaken = isSpare && isLaidOutAs(value[STRIDED], this[STRIDED]);
    // A copy, since the same gradient may arrive at several leaves.
    history.grad = isTaken ? makeTensor(value[STRIDED]) : copyLike(value, this[STRIDED]);
    return isTaken;
  }

  /**
   * Computes the derivatives of this tensor with respect to the leaves of its graph and adds them to their `grad`.
   * `gradient` (ones for a scalar) is the gradient of something with respect to this tensor. What was saved for it is
   * dropped unless `retain_graph`; with `create_graph` the gradients can be differentiated themselves; with `inputs` only
   * these accumulate. Errors: `grad can be implicitly created only for scalar outputs`,
   * `element 0 of tensors does not require grad and does not have a grad_fn`,
   * `Trying to backward through the graph a second time …`. Source: `torch.Tensor.backward`.
   * @example
   * const w = torch.ones(2, { requires_grad: true }); w.mul(3).sum().backward(); w.grad // => tensor([3., 3.])
   */
  backward(gradient?: Tensor | null, options?: BackwardOptions): void;
  backward(options: BackwardOptions): void;
  backward(...given: unknown[]): void {
    const options = bindArguments<BackwardOptions>("Tensor.backward", given, {
      names: ["gradient", "retain_graph", "create_graph", "inputs"],
    });
    runBackward(this.self, options);
  }

  /**
   * Has `backward` keep the gradient of this tensor in `grad`, though it is not a leaf.
   * @example
   * const w = torch.ones(2, { requires_grad: true }); const y = w.mul(3); y.retain_grad(); y.sum().backward(); y.grad // => tensor([1., 1.])
   */
  retain_grad(): void {
    const history = this[HISTORY];
    if (!this.requires_grad) {
      throw new RuntimeError(
        "Tensor.retain_grad",
        "can't retain_grad on Tensor that has requires_grad=False",
      );
    }
    if (this.is_leaf || history.retainsGrad) return;
    history.retainsGrad = true;
    const edge = edgeOf(this.self)!;
    edge.node.retain(edge.index, (grad) => {
      this.accumulateGrad(grad);
    });
  }

  /**
   * Whether `retain_grad` was called on a tensor that is not a leaf.
   * @example
   * torch.ones(2).retains_grad // => false
   */
  get retains_grad(): boolean {
    return this[HISTORY].retainsGrad;
  }

  /**
   * Runs `hook` with each gradient that arrives for this tensor; what it returns, unless undefined or null, takes its
   * place. `remove()` of what it returns undoes that.
   * @example
   * const w = torch.ones(2, { requires_grad: true }); w.register_hook((grad) => grad.mul(10)); w.sum().backward(); w.grad // => tensor([10., 10.])
   */
  register_hook(hook: GradHook): RemovableHandle {
    const edge = this.requires_grad ? edgeOf(this.self) : null;
    if (edge === null) {
      throw new RuntimeError(
        "Tensor.register_hook",
        "cannot register a hook on a tensor that doesn't require gradient",
      );
    }
    return edge.node.addHook(edge.index, hook);
  }

  /**
   * Makes the tensor a leaf that does not require grad. Errors: on a view.
   * @example
   * torch.ones(2, { requires_grad: true }).detach_() // => tensor([1., 1.])
   */
  detach_(): this {
    const history = this[HISTORY];
    if (history.base !== null) {
      throw new RuntimeError("Tensor.detach_", "Can't detach views in-place. Use detach() instead.");
    }
    history.gradFn = null;
    history.index = 0;
    history.requiresGrad = false;
    history.retainsGrad = false;
    return this;
  }
}

/** Whether a gradient fills its storage in the order of a row-major tensor. */
function isLaidOutAs(value: Strided, like: Strided): boolean {
  const isWhole = value.offset === 0 && value.storage.data.length === numelOf(value.shape);
  return isWhole && isContiguous(like) && like.strides.every((stride, d) => stride === value.strides[d]);
}

/** A copy of a gradient, laid out in memory as the tensor to which it belongs. */
function copyLike(value: Tensor, like: Parameters<typeof emptyAlike>[0]): Tensor {
  const copy = emptyAlike(like, value.dtype);
  copyInto(copy, value[STRIDED]);
  return makeTensor(copy);
}
