import { bindArguments } from "../arguments";
import type { Tensor } from "../tensor";
import { Module } from "./module";

/** Keywords of `nn.Flatten`. */
export type FlattenOptions = { start_dim?: number; end_dim?: number };

/**
 * Joins the dimensions from `start_dim` (1) to `end_dim` (-1): a batch of images becomes a batch of rows.
 * Source: `torch.nn.Flatten`.
 * @example
 * new nn.Flatten()(torch.zeros(2, 3, 4)).shape // => 2,12
 */
export class Flatten extends Module {
  readonly start_dim: number;
  readonly end_dim: number;

  constructor(start_dim?: number, end_dim?: number);
  constructor(options: FlattenOptions);
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<FlattenOptions>("nn.Flatten", given, { names: ["start_dim", "end_dim"] });
    this.start_dim = bound.start_dim ?? 1;
    this.end_dim = bound.end_dim ?? -1;
  }

  override forward(input: Tensor): Tensor {
    return input.flatten(this.start_dim, this.end_dim);
  }

  override extra_repr(): string {
    return `start_dim=${this.start_dim}, end_dim=${this.end_dim}`;
  }
}
