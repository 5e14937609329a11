import { ValueError } from "../errors";
import { isTensor, type Tensor } from "../tensor";
import type { Optimizer, ParamGroup } from "./optimizer";
import { bindSchedule } from "./schedule-arguments";
import { type ScheduleState, stateOf } from "./scheduler";

const CALL = "optim.lr_scheduler.ReduceLROnPlateau";

/** Settings of `ReduceLROnPlateau`. */
export type PlateauOptions = {
  mode?: "min" | "max";
  factor?: number;
  patience?: number;
  threshold?: number;
  threshold_mode?: "rel" | "abs";
  cooldown?: number;
  min_lr?: number | readonly number[];
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
  readonly factor: number;
  readonly min_lrs: readonly number[];
  readonly patience: number;
  readonly cooldown: number;
  readonly mode: "min" | "max";
  readonly threshold: number;
  readonly threshold_mode: "rel" | "abs";
  readonly eps: number;
  cooldown_counter = 0;
  best: number;
  num_bad_epochs = 0;
  last_epoch = 0;

  constructor(optimizer: Optimizer, mode: "min" | "max", options?: PlateauOptions);
  constructor(optimizer: Optimizer, options?: PlateauOptions);
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<PlateauOptions>("ReduceLROnPlateau", given, {
      names: ["mode", "factor", "patience", "threshold", "threshold_mode", "cooldown", "min_lr", "eps"],
    });
    this.optimizer = optimizer;
    this.factor = bound.factor ?? 0.1;
    this.min_lrs = floorsOf(bound.min_lr ?? 0, this.#groups.length);
    this.patience = bound.patience ?? 10;
    this.cooldown = bound.cooldown ?? 0;
    this.mode = bound.mode ?? "min";
    this.threshold = bound.threshold ?? 1e-4;
    this.threshold_mode = bound.threshold_mode ?? "rel";
    this.eps = bound.eps ?? 1e-8;
    this.#check();
    this.best = this.mode === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }

  #check(): void {
    const { factor, mode, threshold_mode } = this;
    const problem =
      factor >= 1
        ? "Factor should be < 1.0."
        : mode !== "min" && mode !== "max"
          ? `mode ${String(mode)} is unknown!`
          : threshold_mode !== "rel" && threshold_mode !== "abs"
            ? `threshold mode ${String(threshold_mode)} is unknown!`
            : null;
    if (problem !== null) throw new ValueError(CALL, problem);
  }

  #isBetter(value: number): boolean {
    const { mode, threshold, threshold_mode, best } = this;
    const sense = mode === "min" ? -1 : 1;
    const bar = threshold_mode === "rel" ? best * (1 + sense * threshold) : best + sense * threshold;
    return mode === "min" ? value < bar : value > bar;
  }

  /** Tells the measure of an epoch. */
  step(metrics: number | Tensor): void {
    const value = isTensor(metrics) ? metrics.item() : metrics;
    this.last_epoch++;
    if (this.#isBetter(value)) {
      this.best = value;
      this.num_bad_epochs = 0;
    } else {
      this.num_bad_epochs++;
    }
    if (this.cooldown_counter > 0) {
      this.cooldown_counter--;
      this.num_bad_epochs = 0;
    }
    if (this.num_bad_epochs <= this.patience) return;
    this.#groups.forEach((group, i) => {
      const lr = Math.max(group.lr * this.factor, this.min_lrs[i]!);
      if (group.lr - lr > this.eps) group.lr = lr;
    });
    this.cooldown_counter = this.cooldown;
    this.num_bad_epochs = 0;
  }

  get #groups(): ParamGroup<{ lr: number }>[] {
    return this.optimizer.param_groups as ParamGroup<{ lr: number }>[];
  }

  /** The rates now, one a group. */
  get_last_lr(): number[] {
    return this.#groups.map((group) => group.lr);
  }

  /** Where the schedule stands: the best measure, the epochs since, and the settings. */
  state_dict(): ScheduleState {
    return stateOf(this);
  }

  /** Takes over where another schedule stood. */
  load_state_dict(state: ScheduleState): void {
    Object.assign(this, stateOf(state));
    this.#check();
  }
}

/** A lowest rate for each group. */
function floorsOf(min_lr: number | readonly number[], count: number): readonly number[] {
  if (typeof min_lr === "number") return new Array<number>(count).fill(min_lr);
  if (min_lr.length === count) return [...min_lr];
  throw new ValueError(CALL, `expected ${count} min_lrs, got ${min_lr.length}`);
}
