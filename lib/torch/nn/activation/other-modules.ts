import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import { guessDimension } from "../functional";
import { Module } from "../module";
import { threshold } from "./piecewise";
import { gelu } from "./smooth";

/**
 * `x · Φ(x)`; see `nn.functional.gelu`. Source: `torch.nn.GELU`.
 * @example
 * new nn.GELU()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.1002,  0.3457,  1.9545])
 */
export class GELU extends Module {
  readonly approximate: "none" | "tanh";

  constructor(options?: "none" | "tanh" | { approximate?: "none" | "tanh" }) {
    super();
    const bound = bindArguments<{ approximate: "none" | "tanh" }>("nn.GELU", [options], {
      names: ["approximate"],
    });
    this.approximate = bound.approximate ?? "none";
  }

  override forward(input: Tensor): Tensor {
    return gelu(input, { approximate: this.approximate });
  }

  override extra_repr(): string {
    return `approximate='${this.approximate}'`;
  }
}

/**
 * `x` where x > threshold, else `value`. Source: `torch.nn.Threshold`.
 * @example
 * new nn.Threshold(1, 0)(torch.tensor([-1.5, 0.5, 2])) // => tensor([0., 0., 2.])
 */
export class Threshold extends Module {
  readonly threshold: number;
  readonly value: number;
  readonly inplace: boolean;

  constructor(threshold: number, value: number, inplace: boolean | { inplace?: boolean } = false) {
    super();
    this.threshold = threshold;
    this.value = value;
    this.inplace = typeof inplace === "boolean" ? inplace : (inplace.inplace ?? false);
  }

  override forward(input: Tensor): Tensor {
    const result = threshold(input, this.threshold, this.value);
    return this.inplace ? input.copy_(result) : result;
  }

  override extra_repr(): string {
    return `threshold=${this.threshold}, value=${this.value}${this.inplace ? ", inplace=True" : ""}`;
  }
}

/** What the softmax modules share: the dimension, which PyTorch guesses with a warning where it is not given. */
abstract class AlongDimension extends Module {
  readonly dim: number | null;

  constructor(dim?: number | null | { dim?: number | null }) {
    super();
    const bound = bindArguments<{ dim: number | null }>(`nn.${new.target.name}`, [dim], { names: ["dim"] });
    this.dim = bound.dim ?? null;
  }

  protected along(input: Tensor): number {
    if (this.dim !== null) return this.dim;
    return guessDimension(
      this._get_name() === "LogSoftmax" ? "log_softmax" : this._get_name().toLowerCase(),
      input,
    );
  }

  override extra_repr(): string {
    return `dim=${this.dim ?? "None"}`;
  }
}

/**
 * `e^x / Σ e^x` along a dimension. Source: `torch.nn.Softmax`.
 * @example
 * new nn.Softmax(0)(torch.tensor([0.5, 1, 2])) // => tensor([0.1402, 0.2312, 0.6285])
 */
export class Softmax extends AlongDimension {
  override forward(input: Tensor): Tensor {
    return input.softmax(this.along(input));
  }
}

/**
 * `ln softmax(x)` along a dimension. Source: `torch.nn.LogSoftmax`.
 * @example
 * new nn.LogSoftmax(0)(torch.tensor([0.5, 1, 2])) // => tensor([-1.9644, -1.4644, -0.4644])
 */
export class LogSoftmax extends AlongDimension {
  override forward(input: Tensor): Tensor {
    return input.log_softmax(this.along(input));
  }
}

/**
 * `softmax(-x)` along a dimension. Source: `torch.nn.Softmin`.
 * @example
 * new nn.Softmin(0)(torch.tensor([0.5, 1, 2])) // => tensor([0.5465, 0.3315, 0.1220])
 */
export class Softmin extends AlongDimension {
  override forward(input: Tensor): Tensor {
    return input.neg().softmax(this.along(input));
  }
}
