import type { Tensor } from "./tensor";

/** What `max(dim)` and `min(dim)` give: `{ values, indices }`, which can also be taken apart as `[values, indices]`. */
export class Extremes implements Iterable<Tensor> {
  readonly values: Tensor;
  readonly indices: Tensor;
  readonly #call: "max" | "min";

  constructor(call: "max" | "min", values: Tensor, indices: Tensor) {
    this.values = values;
    this.indices = indices;
    this.#call = call;
  }

  /** The values, as `result[0]` in Python. */
  get 0(): Tensor {
    return this.values;
  }

  /** The indices, as `result[1]` in Python. */
  get 1(): Tensor {
    return this.indices;
  }

  *[Symbol.iterator](): Iterator<Tensor> {
    yield this.values;
    yield this.indices;
  }

  /** PyTorch's text. */
  toString(): string {
    return `torch.return_types.${this.#call}(\nvalues=${this.values},\nindices=${this.indices})`;
  }
}
