import { IndexError, RuntimeError } from "../../errors";
import { bindCall } from "../bind";
import { recordViews } from "../make";
import { isTensor } from "../operand";
import { showShape, wrapDim } from "../shape";
import type { Tensor } from "../tensor";
import { TensorDiagonals } from "./diagonals";

/** How many pieces of equal size, or at which places to cut. */
export type Cuts = number | readonly number[] | Tensor;

type Piece = { readonly start: number; readonly length: number };

function piecesOf(sizes: readonly number[]): Piece[] {
  let end = 0;
  return sizes.map((length) => {
    const start = end;
    end += length;
    return { start, length };
  });
}

/** The pieces of `count` sections, the first ones longer by 1 where the size is no multiple. */
function sections(size: number, count: number): Piece[] {
  const short = Math.floor(size / count);
  return piecesOf(Array.from({ length: count }, (_, i) => short + (i < size % count ? 1 : 0)));
}

/** The methods that cut a tensor into pieces, all of them views of it. */
export abstract class TensorPieces extends TensorDiagonals {
  /** The pieces as the several results of one operation. */
  #pieces(node: string, dim: number, pieces: readonly Piece[]): Tensor[] {
    return recordViews(
      node,
      this.self,
      pieces.map(
        ({ start, length }) =>
          (source) =>
            source.narrow(dim, start, length),
      ),
    );
  }

  /**
   * Pieces of `split_size` entries along `dim`, the last one shorter where the size is no multiple, or of the sizes that a
   * list gives. All are views. Errors: `split_with_sizes expects split_sizes to sum exactly to …`. Source: `torch.split`.
   * @example
   * torch.arange(5).split(2).map(String) // => tensor([0, 1]),tensor([2, 3]),tensor([4])
   */
  split(split_size: number | readonly number[], dim?: number): Tensor[];
  split(split_size: number | readonly number[], options: { dim?: number }): Tensor[];
  split(...given: unknown[]): Tensor[] {
    const call = "torch.split";
    const { split_size, dim = 0 } = bindCall(call, given, { split_size: "tuple of ints", dim: "int?" });
    const isList = Array.isArray(given[0]);
    if (isList) return this.#splitWithSizes(call, split_size, dim);
    const [length] = split_size as [number];
    if (this.ndim === 0) {
      throw new RuntimeError(call, "split expects at least a 1-dimensional tensor");
    }
    if (length < 0) {
      throw new RuntimeError(call, `split expects split_size be non-negative, but got split_size=${length}`);
    }
    const d = wrapDim(call, dim, this.ndim);
    const size = this.shape[d]!;
    if (length === 0 && size > 0) {
      throw new RuntimeError(
        call,
        `split_size can only be 0 if dimension size is 0, but got dimension size of ${size}`,
      );
    }
    const count = length === 0 ? 1 : Math.max(1, Math.ceil(size / length));
    const sizes = Array.from({ length: count }, (_, i) => Math.min(length, size - i * length));
    return this.#pieces("SplitBackward0", d, piecesOf(sizes));
  }

  #splitWithSizes(call: string, sizes: readonly number[], dim: number): Tensor[] {
    if (this.ndim === 0) {
      throw new RuntimeError(call, "split expects at least a 1-dimensional tensor");
    }
    const d = wrapDim(call, dim, this.ndim);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes.some((size) => size < 0)) {
      throw new RuntimeError(
        call,
        `split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=${showShape(sizes)}`,
      );
    }
    if (total !== this.shape[d]) {
      throw new RuntimeError(
        call,
        `split_with_sizes expects split_sizes to sum exactly to ${this.shape[d]} (input tensor's size at dimension ${d}), but got split_sizes=${showShape(sizes)}`,
      );
    }
    return this.#pieces("SplitWithSizesBackward0", d, piecesOf(sizes));
  }

  /**
   * `split` into pieces of given sizes.
   * @example
   * torch.arange(5).split_with_sizes([2, 3]) // => tensor([0, 1]),tensor([2, 3, 4])
   */
  split_with_sizes(split_sizes: readonly number[], dim = 0): Tensor[] {
    return this.#splitWithSizes("torch.split_with_sizes", split_sizes, dim);
  }

  /**
   * At most `chunks` pieces of equal size along `dim`, the last one shorter. There may be fewer. Source: `torch.chunk`.
   * @example
   * torch.arange(6).chunk(4).length // => 3
   */
  chunk(chunks: number, dim?: number): Tensor[];
  chunk(chunks: number, options: { dim?: number }): Tensor[];
  chunk(...given: unknown[]): Tensor[] {
    const call = "torch.chunk";
    const { chunks, dim = 0 } = bindCall(call, given, { chunks: "int", dim: "int?" });
    if (this.ndim === 0) throw new RuntimeError(call, "chunk expects at least a 1-dimensional tensor");
    if (chunks <= 0) {
      throw new RuntimeError(call, `chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    }
    const d = wrapDim(call, dim, this.ndim);
    const size = this.shape[d]!;
    const length = Math.ceil(size / chunks);
    if (length === 0) return this.#splitWithSizes(call, new Array<number>(chunks).fill(0), d);
    return this.split(length, d);
  }

  /**
   * As many pieces as said, the first ones longer by 1 where the size is no multiple; or cut at the places of a list,
   * as NumPy's `array_split`. Source: `torch.tensor_split`.
   * @example
   * torch.arange(5).tensor_split([1, 3]).map(String) // => tensor([0]),tensor([1, 2]),tensor([3, 4])
   */
  tensor_split(indices_or_sections: Cuts, dim?: number): Tensor[];
  tensor_split(indices_or_sections: Cuts, options: { dim?: number }): Tensor[];
  tensor_split(...given: unknown[]): Tensor[] {
    const call = "torch.tensor_split";
    const schema = { indices_or_sections: "any", dim: "int?" } as const;
    const { indices_or_sections, dim = 0 } = bindCall(call, given, schema);
    if (this.ndim === 0) {
      throw new RuntimeError(
        call,
        "tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims",
      );
    }
    const cuts = isTensor(indices_or_sections)
      ? (indices_or_sections.tolist() as number | number[])
      : (indices_or_sections as number | readonly number[]);
    const d = wrapDim(call, dim, this.ndim);
    const size = this.shape[d]!;
    if (typeof cuts !== "number") {
      const starts = [0, ...cuts];
      return starts.map((start, i) => {
        const stop = i + 1 < starts.length ? starts[i + 1]! : size;
        return this.#slice(d, start, stop);
      });
    }
    if (cuts <= 0) {
      throw new RuntimeError(call, `number of sections must be larger than 0, got ${cuts}`);
    }
    return sections(size, cuts).map(({ start, length }) => this.#slice(d, start, start + length));
  }

  #slice(dim: number, start: number, stop: number): Tensor {
    const size = this.shape[dim]!;
    const clip = (place: number) => Math.min(Math.max(place < 0 ? place + size : place, 0), size);
    const first = clip(start);
    return this.sliced(dim, { start: first, stop: Math.max(first, clip(stop)), step: 1 });
  }

  /**
   * The slices along a dimension, which disappears: all are views. Source: `torch.unbind`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).unbind() // => tensor([1, 2]),tensor([3, 4])
   */
  unbind(dim?: number): Tensor[];
  unbind(options: { dim?: number }): Tensor[];
  unbind(...given: unknown[]): Tensor[] {
    const call = "torch.unbind";
    const { dim = 0 } = bindCall(call, given, { dim: "int?" });
    const d = wrapDim(call, dim, this.ndim);
    if (this.ndim === 0) {
      throw new IndexError(call, "Dimension specified as 0 but tensor has no dimensions");
    }
    return recordViews(
      "UnbindBackward0",
      this.self,
      Array.from({ length: this.shape[d]! }, (_, i) => (source: Tensor) => source.select(d, i)),
    );
  }

  #splitAlong(name: string, dim: number, cuts: Cuts): Tensor[] {
    if (typeof cuts === "number") {
      const size = this.shape[dim]!;
      if (cuts === 0 || size % cuts !== 0) {
        throw new RuntimeError(
          `torch.${name}`,
          `torch.${name} attempted to split along dimension ${dim}, but the size of the dimension ${size} is not divisible by the split_size ${cuts}!`,
        );
      }
    }
    return this.tensor_split(cuts, dim);
  }

  #checkRank(name: string, rank: number): void {
    if (this.ndim >= rank) return;
    throw new RuntimeError(
      `torch.${name}`,
      `torch.${name} requires a tensor with at least ${rank} dimension, but got a tensor with ${this.ndim} dimensions!`,
    );
  }

  /**
   * `tensor_split` into columns: along dimension 1, or 0 for a vector; sections must be of equal size.
   * @example
   * torch.tensor([[1, 2, 3, 4]]).hsplit(2) // => tensor([[1, 2]]),tensor([[3, 4]])
   */
  hsplit(indices_or_sections: Cuts): Tensor[] {
    this.#checkRank("hsplit", 1);
    return this.#splitAlong("hsplit", this.ndim === 1 ? 0 : 1, indices_or_sections);
  }

  /**
   * `tensor_split` into rows: along dimension 0.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).vsplit(2) // => tensor([[1, 2]]),tensor([[3, 4]])
   */
  vsplit(indices_or_sections: Cuts): Tensor[] {
    this.#checkRank("vsplit", 2);
    return this.#splitAlong("vsplit", 0, indices_or_sections);
  }

  /**
   * `tensor_split` along dimension 2.
   * @example
   * torch.tensor([[[1, 2, 3, 4]]]).dsplit(2) // => tensor([[[1, 2]]]),tensor([[[3, 4]]])
   */
  dsplit(indices_or_sections: Cuts): Tensor[] {
    this.#checkRank("dsplit", 3);
    return this.#splitAlong("dsplit", 2, indices_or_sections);
  }
}
