import type { Optimizer } from "./optimizer";
import { bindSchedule } from "./schedule-arguments";
import { LRScheduler } from "./scheduler";

const { cos, PI, floor } = Math;

type Group = { readonly base: number; readonly index: number };

/**
 * `gamma` times the rate after every `step_size` epochs. Source: `torch.optim.lr_scheduler.StepLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.StepLR(sgd, 2, 0.1); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.5
 */
export class StepLR extends LRScheduler {
  readonly step_size: number;
  readonly gamma: number;

  constructor(optimizer: Optimizer, step_size: number, gamma?: number);
  constructor(optimizer: Optimizer, step_size: number, options: { gamma?: number });
  constructor(optimizer: Optimizer, options: { step_size: number; gamma?: number });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<{ step_size: number; gamma?: number }>("StepLR", given, {
      names: ["step_size", "gamma"],
      required: 1,
    });
    super(optimizer);
    this.step_size = bound.step_size!;
    this.gamma = bound.gamma ?? 0.1;
    this.step();
  }

  protected override rate(lr: number): number {
    return this.last_epoch === 0 || this.last_epoch % this.step_size !== 0 ? lr : lr * this.gamma;
  }
}

/**
 * `gamma` times the rate at each of the `milestones`. Source: `torch.optim.lr_scheduler.MultiStepLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.MultiStepLR(sgd, [1, 2], 0.1); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.05
 */
export class MultiStepLR extends LRScheduler {
  readonly milestones: readonly number[];
  readonly gamma: number;

  constructor(optimizer: Optimizer, milestones: readonly number[], gamma?: number);
  constructor(optimizer: Optimizer, milestones: readonly number[], options: { gamma?: number });
  constructor(optimizer: Optimizer, options: { milestones: readonly number[]; gamma?: number });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<{ milestones: readonly number[]; gamma?: number }>("MultiStepLR", given, {
      names: ["milestones", "gamma"],
      required: 1,
    });
    super(optimizer);
    this.milestones = bound.milestones!;
    this.gamma = bound.gamma ?? 0.1;
    this.step();
  }

  protected override rate(lr: number): number {
    const times = this.milestones.filter((epoch) => epoch === this.last_epoch).length;
    return times === 0 ? lr : lr * this.gamma ** times;
  }
}

/**
 * `gamma` times the rate after every epoch. Source: `torch.optim.lr_scheduler.ExponentialLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.ExponentialLR(sgd, 0.9); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.45
 */
export class ExponentialLR extends LRScheduler {
  readonly gamma: number;

  constructor(optimizer: Optimizer, gamma: number);
  constructor(optimizer: Optimizer, options: { gamma: number });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<{ gamma: number }>("ExponentialLR", given, { names: ["gamma"], required: 1 });
    super(optimizer);
    this.gamma = bound.gamma!;
    this.step();
  }

  protected override rate(lr: number): number {
    return this.last_epoch === 0 ? lr : lr * this.gamma;
  }
}

/**
 * The initial rate times `factor` for `total_iters` epochs, then the initial rate. Source: `…lr_scheduler.ConstantLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.ConstantLR(sgd, 0.5, 2); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.25
 */
export class ConstantLR extends LRScheduler {
  readonly factor: number;
  readonly total_iters: number;

  constructor(optimizer: Optimizer, factor?: number, total_iters?: number);
  constructor(optimizer: Optimizer, options: { factor?: number; total_iters?: number });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<{ factor?: number; total_iters?: number }>("ConstantLR", given, {
      names: ["factor", "total_iters"],
    });
    super(optimizer);
    this.factor = bound.factor ?? 1 / 3;
    this.total_iters = bound.total_iters ?? 5;
    this.step();
  }

  protected override rate(lr: number): number {
    if (this.last_epoch === 0) return lr * this.factor;
    return this.last_epoch === this.total_iters ? lr * (1 / this.factor) : lr;
  }
}

/**
 * From `start_factor` to `end_factor` times the initial rate in `total_iters` epochs. Source: `…lr_scheduler.LinearLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.LinearLR(sgd, 0.5, 1, 4); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.3125
 */
export class LinearLR extends LRScheduler {
  readonly start_factor: number;
  readonly end_factor: number;
  readonly total_iters: number;

  constructor(optimizer: Optimizer, start_factor?: number, end_factor?: number, total_iters?: number);
  constructor(
    optimizer: Optimizer,
    options: { start_factor?: number; end_factor?: number; total_iters?: number },
  );
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<{ start_factor?: number; end_factor?: number; total_iters?: number }>(
      "LinearLR",
      given,
      { names: ["start_factor", "end_factor", "total_iters"] },
    );
    super(optimizer);
    this.start_factor = bound.start_factor ?? 1 / 3;
    this.end_factor = bound.end_factor ?? 1;
    this.total_iters = bound.total_iters ?? 5;
    this.step();
  }

  protected override rate(lr: number): number {
    const { last_epoch, start_factor, end_factor, total_iters } = this;
    if (last_epoch === 0) return lr * start_factor;
    if (last_epoch > total_iters) return lr;
    const rise = end_factor - start_factor;
    return lr * (1 + rise / (total_iters * start_factor + (last_epoch - 1) * rise));
  }
}

/**
 * Half a cosine from the initial rate to `eta_min` in `T_max` epochs. Source: `torch.optim.lr_scheduler.CosineAnnealingLR`;
 * Loshchilov & Hutter 2017, "SGDR: stochastic gradient descent with warm restarts".
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.CosineAnnealingLR(sgd, 4); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.42677669529663687
 */
export class CosineAnnealingLR extends LRScheduler {
  readonly T_max: number;
  readonly eta_min: number;

  constructor(optimizer: Optimizer, T_max: number, eta_min?: number);
  constructor(optimizer: Optimizer, T_max: number, options: { eta_min?: number });
  constructor(optimizer: Optimizer, options: { T_max: number; eta_min?: number });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<{ T_max: number; eta_min?: number }>("CosineAnnealingLR", given, {
      names: ["T_max", "eta_min"],
      required: 1,
    });
    super(optimizer);
    this.T_max = bound.T_max!;
    this.eta_min = bound.eta_min ?? 0;
    this.step();
  }

  protected override rate(lr: number, { base }: Group): number {
    const { last_epoch, T_max, eta_min } = this;
    if (last_epoch === 0) return lr;
    if ((last_epoch - 1 - T_max) % (2 * T_max) === 0) {
      return lr + ((base - eta_min) * (1 - cos(PI / T_max))) / 2;
    }
    const ratio = (1 + cos((PI * last_epoch) / T_max)) / (1 + cos((PI * (last_epoch - 1)) / T_max));
    return ratio * (lr - eta_min) + eta_min;
  }
}

/**
 * Cosine annealing that starts again after `T_0` epochs, then after `T_mult` times as many. Source: as above.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(sgd, 2); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.25
 */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  readonly T_0: number;
  readonly T_mult: number;
  readonly eta_min: number;

  constructor(optimizer: Optimizer, T_0: number, T_mult?: number, eta_min?: number);
  constructor(optimizer: Optimizer, T_0: number, options: { T_mult?: number; eta_min?: number });
  constructor(optimizer: Optimizer, options: { T_0: number; T_mult?: number; eta_min?: number });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<{ T_0: number; T_mult?: number; eta_min?: number }>(
      "CosineAnnealingWarmRestarts",
      given,
      { names: ["T_0", "T_mult", "eta_min"], required: 1 },
    );
    super(optimizer);
    this.T_0 = bound.T_0!;
    this.T_mult = bound.T_mult ?? 1;
    this.eta_min = bound.eta_min ?? 0;
    this.step();
  }

  protected override rate(_lr: number, { base }: Group): number {
    let length = this.T_0;
    let since = this.last_epoch;
    if (this.T_mult === 1) since -= floor(since / length) * length;
    else
      while (since >= length) {
        since -= length;
        length *= this.T_mult;
      }
    return this.eta_min + ((base - this.eta_min) * (1 + cos((PI * since) / length))) / 2;
  }
}
