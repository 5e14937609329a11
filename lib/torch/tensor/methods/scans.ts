import { bindArguments, checkRequired } from "../../arguments";
import { RuntimeError } from "../../errors";
import { takenAlong } from "../along";
import { bool, type DType, int64 } from "../dtype";
import { cat } from "../join";
import { makeTensor, record } from "../make";
import { type Operation, perform, performInPlace } from "../operation";
import { runningExtreme, type STEPS, scan } from "../ops/scan";
import { namedTensors, type ValuesAndIndices } from "../return-types";
import { cumprodDerivative, cumsumDerivative, logcumsumexpDerivative } from "../scan-derivatives";
import { wrapDim } from "../shape";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorProducts } from "./products";

/** Along which dimension, and into which dtype the values are converted first. */
export type ScanOptions = { dim?: number; dtype?: DType };
/** Keywords of `diff`. */
export type DiffOptions = { n?: number; dim?: number; prepend?: Tensor; append?: Tensor };

const NODES = {
  cumsum: "CumsumBackward0",
  cumprod: "CumprodBackward0",
  logcumsumexp: "LogcumsumexpBackward0",
} as const;

function derivativesOf(name: keyof typeof STEPS, x: Tensor, dim: number) {
  if (name === "cumsum") return cumsumDerivative(dim);
  return name === "cumprod" ? cumprodDerivative(x, dim) : logcumsumexpDerivative(x, dim);
}

/** The methods whose result at each place depends on what stands before it. */
export abstract class TensorScans extends TensorProducts {
  #scan(name: keyof typeof STEPS, given: readonly unknown[], isInPlace = false): Operation {
    const call = `torch.${name}`;
    const bound = bindArguments<ScanOptions>(call, given, {
      names: ["dim"],
      only: name === "logcumsumexp" ? [] : ["dtype"],
    });
    checkRequired(call, bound, ["dim"]);
    const dim = wrapDim(call, bound.dim!, this.ndim);
    const isFloating = this.dtype.is_floating_point;
    if (name === "logcumsumexp" && !isFloating) {
      throw new RuntimeError(call, `"logcumsumexp_out_cpu" not implemented for '${this.dtype.scalarName}'`);
    }
    const wanted = bound.dtype ?? (isInPlace ? this.dtype : null);
    if (wanted === bool) throw new RuntimeError(call, `"${name}_out_cpu" not implemented for 'Bool'`);
    const dtype = wanted ?? (isFloating ? this.dtype : int64);
    return {
      call,
      node: NODES[name],
      operands: [this.self],
      compute: () => scan(name, this[STRIDED], dim, dtype),
      derivatives: derivativesOf(name, this.self, dim),
    };
  }

  /**
   * The sum of all values up to each place. Integers and bools add up in int64.
   * @example
   * torch.tensor([1, 2, 3]).cumsum(0) // => tensor([1, 3, 6])
   */
  cumsum(dim: number, options?: ScanOptions): Tensor;
  cumsum(options: ScanOptions): Tensor;
  cumsum(...given: unknown[]): Tensor {
    return perform(this.#scan("cumsum", given));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1, 2, 3]).cumsum_(0) // => tensor([1, 3, 6])
   */
  cumsum_(dim: number): this {
    performInPlace(this.#scan("cumsum", [dim], true));
    return this;
  }

  /**
   * The product of all values up to each place.
   * @example
   * torch.tensor([1, 2, 3]).cumprod(0) // => tensor([1, 2, 6])
   */
  cumprod(dim: number, options?: ScanOptions): Tensor;
  cumprod(options: ScanOptions): Tensor;
  cumprod(...given: unknown[]): Tensor {
    return perform(this.#scan("cumprod", given));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([2, 3, 4]).cumprod_(0) // => tensor([ 2,  6, 24])
   */
  cumprod_(dim: number): this {
    performInPlace(this.#scan("cumprod", [dim], true));
    return this;
  }

  /**
   * `ln Σ e^x` over all values up to each place, without overflow.
   * @example
   * torch.zeros(3).logcumsumexp(0) // => tensor([0.0000, 0.6931, 1.0986])
   */
  logcumsumexp(dim: number): Tensor;
  logcumsumexp(options: { dim: number }): Tensor;
  logcumsumexp(...given: unknown[]): Tensor {
    return perform(this.#scan("logcumsumexp", given));
  }

  #runningExtreme(name: "cummax" | "cummin", given: readonly unknown[]): ValuesAndIndices {
    const call = `torch.${name}`;
    const bound = bindArguments<{ dim: number }>(call, given, { names: ["dim"] });
    checkRequired(call, bound, ["dim"]);
    const dim = wrapDim(call, bound.dim!, this.ndim);
    const found = runningExtreme(this[STRIDED], dim, name === "cummax" ? 1 : -1);
    const indices = makeTensor(found.indices);
    const node = name === "cummax" ? "CummaxBackward0" : "CumminBackward0";
    const values = record(node, [this.self], found.values, takenAlong(this.self, dim, indices));
    return namedTensors(name, { values, indices });
  }

  /**
   * The largest value up to each place and where it stands, the last of equal ones. NaN stays.
   * @example
   * torch.tensor([1, 3, 2]).cummax(0).values // => tensor([1, 3, 3])
   */
  cummax(dim: number): ValuesAndIndices;
  cummax(options: { dim: number }): ValuesAndIndices;
  cummax(...given: unknown[]): ValuesAndIndices {
    return this.#runningExtreme("cummax", given);
  }

  /**
   * The smallest value up to each place and where it stands, the last of equal ones. NaN stays.
   * @example
   * torch.tensor([3, 1, 2]).cummin(0).values // => tensor([3, 1, 1])
   */
  cummin(dim: number): ValuesAndIndices;
  cummin(options: { dim: number }): ValuesAndIndices;
  cummin(...given: unknown[]): ValuesAndIndices {
    return this.#runningExtreme("cummin", given);
  }

  /**
   * The differences of neighbours along a dimension, `n` times over; `prepend` and `append` are put at its ends first.
   * @example
   * torch.tensor([1, 4, 9]).diff() // => tensor([3, 5])
   */
  diff(n?: number, dim?: number, prepend?: Tensor, append?: Tensor): Tensor;
  diff(options: DiffOptions): Tensor;
  diff(...given: unknown[]): Tensor {
    const call = "torch.diff";
    const bound = bindArguments<DiffOptions>(call, given, { names: ["n", "dim", "prepend", "append"] });
    const { n = 1, prepend, append } = bound;
    if (this.ndim === 0) throw new RuntimeError(call, "diff expects input to be at least one-dimensional");
    const dim = wrapDim(call, bound.dim ?? -1, this.ndim);
    for (const end of [prepend, append]) {
      if (end !== undefined && end.ndim !== this.ndim) {
        throw new RuntimeError(call, "diff expects prepend or append to be the same dimension as input");
      }
    }
    const parts = [prepend, this.self, append].filter((part) => part !== undefined);
    let result = parts.length === 1 ? this.self : cat(parts, dim);
    const rounds = Math.min(n, result.shape[dim]!);
    for (let i = 0; i < rounds; i++) {
      const size = result.shape[dim]!;
      const later = result.narrow(dim, 1, size - 1);
      const earlier = result.narrow(dim, 0, size - 1);
      result = result.dtype === bool ? later.logical_xor(earlier) : later.sub(earlier);
    }
    return result;
  }
}
