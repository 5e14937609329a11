import { ValueError } from "../errors";
import type { Optimizer } from "./optimizer";
import { bindSchedule } from "./schedule-arguments";
import { LRScheduler } from "./scheduler";

const { cos, PI } = Math;

/** Settings of `OneCycleLR`; the steps are `total_steps`, or `epochs` times `steps_per_epoch`. */
export type OneCycleOptions = {
  total_steps?: number;
  epochs?: number;
  steps_per_epoch?: number;
  pct_start?: number;
  anneal_strategy?: "cos" | "linear";
  cycle_momentum?: boolean;
  base_momentum?: number;
  max_momentum?: number;
  div_factor?: number;
  final_div_factor?: number;
};

type Group = { lr: number; initial_lr: number; momentum?: number; betas?: readonly number[] };

const CALL = "optim.lr_scheduler.OneCycleLR";

function countSteps({ total_steps, epochs, steps_per_epoch }: OneCycleOptions): number {
  if (total_steps === undefined && (epochs === undefined || steps_per_epoch === undefined)) {
    throw new ValueError(CALL, "You must define either total_steps OR (epochs AND steps_per_epoch)");
  }
  const total = total_steps ?? epochs! * steps_per_epoch!;
  if (Number.isInteger(total) && total > 0) return total;
  throw new ValueError(CALL, `Expected positive integer total_steps, but got ${total}`);
}

/** Starts the rates at `max_lr / div_factor`, before the base class reads them. */
function prepared(optimizer: Optimizer, max_lr: number, divisor: number): Optimizer {
  for (const group of optimizer.param_groups as unknown as Group[]) group.initial_lr = max_lr / divisor;
  return optimizer;
}

/**
 * One cycle: up from `max_lr / div_factor` to `max_lr` in the first `pct_start` of the steps, then down to nearly 0, while
 * the momentum (or β₁) goes the other way. Source: `torch.optim.lr_scheduler.OneCycleLR`; Smith & Topin 2018,
 * "Super-convergence".
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5, momentum: 0.9 }); const schedule = new torch.optim.lr_scheduler.OneCycleLR(sgd, 0.5, 10); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.26
 */
export class OneCycleLR extends LRScheduler {
  readonly total_steps: number;
  readonly max_lr: number;
  readonly #options: OneCycleOptions;

  constructor(optimizer: Optimizer, max_lr: number, total_steps: number, options?: OneCycleOptions);
  constructor(optimizer: Optimizer, max_lr: number, options?: OneCycleOptions);
  constructor(optimizer: Optimizer, options: OneCycleOptions & { max_lr: number });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const options = bindSchedule<OneCycleOptions & { max_lr: number }>("OneCycleLR", given, {
      names: [
        "max_lr",
        "total_steps",
        "epochs",
        "steps_per_epoch",
        "pct_start",
        "anneal_strategy",
        "cycle_momentum",
        "base_momentum",
        "max_momentum",
        "div_factor",
        "final_div_factor",
      ],
      required: 1,
    });
    const max_lr = options.max_lr!;
    const total = countSteps(options);
    const { cycle_momentum = true, div_factor = 25 } = options;
    if (cycle_momentum && !("momentum" in optimizer.defaults || "betas" in optimizer.defaults)) {
      throw new ValueError(CALL, "optimizer must support momentum with `cycle_momentum` option enabled");
    }
    super(prepared(optimizer, max_lr, div_factor));
    this.total_steps = total;
    this.max_lr = max_lr;
    this.#options = options;
    this.step();
  }

  #anneal(start: number, end: number, share: number): number {
    if (this.#options.anneal_strategy === "linear") return (end - start) * share + start;
    return end + ((start - end) / 2) * (cos(PI * share) + 1);
  }

  protected override rate(_lr: number, { base, index }: { base: number; index: number }): number {
    const { last_epoch, total_steps, max_lr } = this;
    const {
      pct_start = 0.3,
      base_momentum = 0.85,
      max_momentum = 0.95,
      final_div_factor = 1e4,
    } = this.#options;
    if (last_epoch > total_steps) {
      throw new ValueError(
        CALL,
        `Tried to step ${last_epoch + 1} times. The specified number of total steps is ${total_steps}`,
      );
    }
    const top = pct_start * total_steps - 1;
    const rises = last_epoch <= top;
    const share = rises ? last_epoch / top : (last_epoch - top) / (total_steps - 1 - top);
    if (this.#options.cycle_momentum ?? true) {
      const ends = rises
        ? ([max_momentum, base_momentum] as const)
        : ([base_momentum, max_momentum] as const);
      this.#setMomentum(index, this.#anneal(...ends, share));
    }
    if (rises) return this.#anneal(base, max_lr, share);
    return this.#anneal(max_lr, base / final_div_factor, share);
  }

  #setMomentum(index: number, momentum: number): void {
    const group = this.groups[index] as unknown as Group;
    if (group.betas !== undefined) group.betas = [momentum, ...group.betas.slice(1)];
    else group.momentum = momentum;
  }
}
