import type { Tensor } from "../../tensor";
import { Module } from "../module";
import type { Reduction, ReductionOptions } from "./reduction";

/** What all losses have in common. */
export abstract class Loss extends Module {
  readonly reduction: Reduction;

  constructor({ reduction = "mean" }: ReductionOptions) {
    super();
    this.reduction = reduction;
  }
}

/** What losses with a weight have: it is a buffer. */
export abstract class WeightedLoss extends Loss {
  declare weight: Tensor | null;

  constructor({ weight = null, ...rest }: ReductionOptions & { weight?: Tensor | null }) {
    super(rest);
    this.register_buffer("weight", weight);
  }
}
