import { RuntimeError, TypeMismatch } from "../../errors";
import { bindCall } from "../bind";
import { reshapeInPlace } from "../in-place-view";
import { stridedBack } from "../overlap";
import { resize } from "../resize";
import { type ShapeArguments, toShape } from "../size";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorWindows } from "./windows";

function checkSizes(method: string, given: readonly unknown[]): void {
  if (given.length > 0) return;
  throw new TypeMismatch(`Tensor.${method}`, `${method}() missing 1 required positional arguments: "size"`);
}

/** The methods that give a tensor another number of elements, or another look at its storage, for good. */
export abstract class TensorResizing extends TensorWindows {
  /**
   * `as_strided` in place.
   * @example
   * torch.arange(4).as_strided_([2, 2], [1, 1]) // => tensor([[0, 1],\n        [1, 2]])
   */
  as_strided_(size: readonly number[], stride: readonly number[], storage_offset?: number | null): this;
  as_strided_(...given: unknown[]): this {
    const call = "Tensor.as_strided_";
    const schema = { size: "tuple of ints", stride: "tuple of ints", storage_offset: "int?" } as const;
    const { size, stride, storage_offset } = bindCall(call, given, schema);
    const own = this[STRIDED];
    const offset = storage_offset ?? own.offset;
    const step = (source: Tensor) => source.as_strided(size, stride, offset);
    const view = { ...own, shape: size, strides: stride, offset };
    reshapeInPlace(this.self, {
      call,
      node: "AsStridedBackward1",
      step,
      derivative: (grad) => stridedBack(grad, own, { view, step }),
    });
    return this;
  }

  /**
   * Another shape for the tensor itself, from the start of what it shows of its storage; a longer one ends in zeros, where PyTorch
   * leaves what it finds. Views made before do not grow with it. Errors: `cannot resize variables that require grad`.
   * @example
   * torch.arange(6).resize_(2, 2) // => tensor([[0, 1],\n        [2, 3]])
   */
  resize_(...shape: ShapeArguments): this {
    checkSizes("resize_", shape);
    resize(this.self, "Tensor.resize_", toShape("resize_", shape));
    return this;
  }

  /**
   * `resize_` to the shape of another tensor.
   * @example
   * torch.arange(6).resize_as_(torch.zeros(2)) // => tensor([0, 1])
   */
  resize_as_(the_template: Tensor): this;
  resize_as_(...given: unknown[]): this {
    const { the_template } = bindCall("Tensor.resize_as_", given, { the_template: "Tensor" });
    resize(this.self, "Tensor.resize_as_", the_template.shape);
    return this;
  }

  /**
   * The sum that undoes an `expand`: over the leading dimensions that `size` lacks and over those where it has 1.
   * Errors: `size {[3]} is not expandable to size {[2]}.`
   * @example
   * torch.ones(2, 3).sum_to_size(2, 1) // => tensor([[3.],\n        [3.]])
   */
  sum_to_size(...size: ShapeArguments): Tensor {
    checkSizes("sum_to_size", size);
    const wanted = toShape("sum_to_size", size);
    const { shape } = this;
    const leading = shape.length - wanted.length;
    const isExpandable = leading >= 0 && wanted.every((n, d) => n === 1 || n === shape[leading + d]);
    if (!isExpandable) {
      throw new RuntimeError(
        "Tensor.sum_to_size",
        `size {[${wanted.join(", ")}]} is not expandable to size {[${shape.join(", ")}]}.`,
      );
    }
    if (wanted.length === 0) return this.self.sum();
    const dims = [...shape.keys()].filter(
      (d) => d < leading || (wanted[d - leading] === 1 && shape[d] !== 1),
    );
    const summed = dims.length === 0 ? this.self : this.self.sum(dims, true);
    return leading > 0 ? summed.view(wanted) : summed;
  }
}
