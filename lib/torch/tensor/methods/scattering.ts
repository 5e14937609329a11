import { changed, changeInPlace } from "../change";
import type { Operand } from "../operand";
import type { Scalar } from "../promote";
import { planScatter, planScatterAdd, planScatterReduce, type ScatterReduction } from "../scatter-plans";
import type { Tensor } from "../tensor";
import { TensorPicking } from "./picking";

/** How `scatter` can join a value with the one that is there. */
export type ScatterOptions = { reduce?: "add" | "multiply" };

/** The methods that write values to places given by a tensor of as many dimensions. */
export abstract class TensorScattering extends TensorPicking {
  /**
   * A copy with the values of `src`, or one value, written where `index` says: with dim 0,
   * `out[index[i][j]][j] = src[i][j]`. `{ reduce: "add" }` or `"multiply"` joins them with what is there.
   * Errors: `scatter(): Expected self.dtype to be equal to src.dtype`. Source: `torch.scatter`.
   * @example
   * torch.zeros(3).scatter(0, torch.tensor([2, 0]), torch.tensor([5, 7]).float()) // => tensor([7., 0., 5.])
   */
  scatter(dim: number, index: Tensor, src: Operand, options?: ScatterOptions): Tensor;
  scatter(dim: number, index: Tensor, options: ScatterOptions & { src?: Operand; value?: Scalar }): Tensor;
  scatter(...given: unknown[]): Tensor {
    return changed(this.self, planScatter("torch.scatter", this.self, given));
  }

  /**
   * `scatter` in place.
   * @example
   * torch.tensor([0, 0, 0]).scatter_(0, torch.tensor([2, 0]), torch.tensor([5, 7])) // => tensor([7, 0, 5])
   */
  scatter_(dim: number, index: Tensor, src: Operand, options?: ScatterOptions): this;
  scatter_(dim: number, index: Tensor, options: ScatterOptions & { src?: Operand; value?: Scalar }): this;
  scatter_(...given: unknown[]): this {
    changeInPlace(this.self, planScatter("Tensor.scatter_", this.self, given));
    return this;
  }

  /**
   * A copy to which the values of `src` are added where `index` says; a place that comes twice gets both.
   * Source: `torch.scatter_add`.
   * @example
   * torch.zeros(2).scatter_add(0, torch.tensor([1, 1, 0]), torch.ones(3)) // => tensor([1., 2.])
   */
  scatter_add(dim: number, index: Tensor, src: Tensor): Tensor;
  scatter_add(...given: unknown[]): Tensor {
    return changed(this.self, planScatterAdd("torch.scatter_add", this.self, given));
  }

  /**
   * `scatter_add` in place.
   * @example
   * torch.tensor([0, 0]).scatter_add_(0, torch.tensor([1, 1, 0]), torch.tensor([1, 2, 3])) // => tensor([3, 3])
   */
  scatter_add_(dim: number, index: Tensor, src: Tensor): this;
  scatter_add_(...given: unknown[]): this {
    changeInPlace(this.self, planScatterAdd("Tensor.scatter_add_", this.self, given));
    return this;
  }

  /**
   * A copy in which the values of `src` that arrive at one place are joined by their sum, product, mean, largest or
   * smallest; the value that was there counts too unless `include_self: false`. Source: `torch.scatter_reduce`.
   * @example
   * torch.ones(2).scatter_reduce(0, torch.tensor([0, 0, 1]), torch.tensor([2, 3, 4]).float(), "sum") // => tensor([6., 5.])
   */
  scatter_reduce(
    dim: number,
    index: Tensor,
    src: Tensor,
    reduce: ScatterReduction,
    options?: { include_self?: boolean },
  ): Tensor;
  scatter_reduce(...given: unknown[]): Tensor {
    return changed(this.self, planScatterReduce("torch.scatter_reduce", this.self, given));
  }

  /**
   * `scatter_reduce` in place.
   * @example
   * torch.tensor([1, 1]).scatter_reduce_(0, torch.tensor([0, 0, 1]), torch.tensor([2, 3, 4]), "sum") // => tensor([6, 5])
   */
  scatter_reduce_(
    dim: number,
    index: Tensor,
    src: Tensor,
    reduce: ScatterReduction,
    options?: { include_self?: boolean },
  ): this;
  scatter_reduce_(...given: unknown[]): this {
    changeInPlace(this.self, planScatterReduce("Tensor.scatter_reduce_", this.self, given));
    return this;
  }
}
