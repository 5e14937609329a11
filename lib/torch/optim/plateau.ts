import { ValueError } from "../errors";
import { isTensor, type Tensor } from "../tensor";
import type { Optimizer, ParamGroup } from "./optimizer";
import { bindSchedule } from "./schedule-arguments";

/** Settings of `ReduceLROnPlateau`. */
export type PlateauOptions = {
  mode?: "min" | "max";
  factor?: number;
  patience?: number;
  threshold?: number;
  threshold_mode?: "rel" | "abs";
  cooldown?: number;
  min_lr?: number;
  eps?: number;
};

/**
 * Multiplies the rate by `factor` once a measure has not improved for more than `patience` epochs.
 * Source: `torch.optim.lr_scheduler.ReduceLROnPlateau`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.ReduceLROnPlateau(sgd, "min", 0.1, 0); schedule.step(1); schedule.step(1); sgd.param_groups[0].lr // => 0.05
 */
export class ReduceLROnPlateau {
  readonly optimizer: Optimizer;
  readonly #options: Required<PlateauOptions>;
  #best: number;
  #bad = 0;
  #cooling = 0;

  constructor(optimizer: Optimizer, mode: "min" | "max", options?: PlateauOptions);
  constructor(optimizer: Optimizer, options?: PlateauOptions);
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const full = {
      mode: "min" as const,
      factor: 0.1,
      patience: 10,
      threshold: 1e-4,
      threshold_mode: "rel" as const,
      cooldown: 0,
      min_lr: 0,
      eps: 1e-8,
      ...bindSchedule<PlateauOptions>("ReduceLROnPlateau", given, {
        names: ["mode", "factor", "patience", "threshold", "threshold_mode", "cooldown", "min_lr", "eps"],
      }),
    };
    if (full.factor >= 1)
      throw new ValueError("optim.lr_scheduler.ReduceLROnPlateau", "Factor should be < 1.0.");
    this.optimizer = optimizer;
    this.#options = full;
    this.#best = full.mode === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }

  #isBetter(value: number): boolean {
    const { mode, threshold, threshold_mode } = this.#options;
    const best = this.#best;
    const sense = mode === "min" ? -1 : 1;
    const bar = threshold_mode === "rel" ? best * (1 + sense * threshold) : best + sense * threshold;
    return mode === "min" ? value < bar : value > bar;
  }

  /** Tells the measure of an epoch. */
  step(metrics: number | Tensor): void {
    const value = isTensor(metrics) ? metrics.item() : metrics;
    const { patience, cooldown, factor, min_lr, eps } = this.#options;
    if (this.#isBetter(value)) {
      this.#best = value;
      this.#bad = 0;
    } else {
      this.#bad++;
    }
    if (this.#cooling > 0) {
      this.#cooling--;
      this.#bad = 0;
    }
    if (this.#bad <= patience) return;
    for (const group of this.#groups) {
      const lr = Math.max(group.lr * factor, min_lr);
      if (group.lr - lr > eps) group.lr = lr;
    }
    this.#cooling = cooldown;
    this.#bad = 0;
  }

  get #groups(): ParamGroup<{ lr: number }>[] {
    return this.optimizer.param_groups as ParamGroup<{ lr: number }>[];
  }

  /** The rates now, one a group. */
  get_last_lr(): number[] {
    return this.#groups.map((group) => group.lr);
  }
}
