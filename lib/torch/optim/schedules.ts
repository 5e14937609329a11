import type { Optimizer } from "./optimizer";
import { LRScheduler } from "./scheduler";

const { cos, PI, floor } = Math;

type Group = { readonly base: number; readonly index: number };

/** `gamma` times the rate after every `step_size` epochs. Source: `torch.optim.lr_scheduler.StepLR`. */
export class StepLR extends LRScheduler {
  readonly step_size: number;
  readonly gamma: number;

  constructor(optimizer: Optimizer, step_size: number, { gamma = 0.1 }: { gamma?: number } = {}) {
    super(optimizer);
    this.step_size = step_size;
    this.gamma = gamma;
    this.step();
  }

  protected override rate(lr: number): number {
    return this.last_epoch === 0 || this.last_epoch % this.step_size !== 0 ? lr : lr * this.gamma;
  }
}

/** `gamma` times the rate at each of the `milestones`. Source: `torch.optim.lr_scheduler.MultiStepLR`. */
export class MultiStepLR extends LRScheduler {
  readonly milestones: readonly number[];
  readonly gamma: number;

  constructor(optimizer: Optimizer, milestones: readonly number[], { gamma = 0.1 }: { gamma?: number } = {}) {
    super(optimizer);
    this.milestones = milestones;
    this.gamma = gamma;
    this.step();
  }

  protected override rate(lr: number): number {
    const times = this.milestones.filter((epoch) => epoch === this.last_epoch).length;
    return times === 0 ? lr : lr * this.gamma ** times;
  }
}

/** `gamma` times the rate after every epoch. Source: `torch.optim.lr_scheduler.ExponentialLR`. */
export class ExponentialLR extends LRScheduler {
  readonly gamma: number;

  constructor(optimizer: Optimizer, gamma: number) {
    super(optimizer);
    this.gamma = gamma;
    this.step();
  }

  protected override rate(lr: number): number {
    return this.last_epoch === 0 ? lr : lr * this.gamma;
  }
}

/** The initial rate times `factor` for `total_iters` epochs, then the initial rate. Source: `…lr_scheduler.ConstantLR`. */
export class ConstantLR extends LRScheduler {
  readonly factor: number;
  readonly total_iters: number;

  constructor(
    optimizer: Optimizer,
    { factor = 1 / 3, total_iters = 5 }: { factor?: number; total_iters?: number } = {},
  ) {
    super(optimizer);
    this.factor = factor;
    this.total_iters = total_iters;
    this.step();
  }

  protected override rate(lr: number): number {
    if (this.last_epoch === 0) return lr * this.factor;
    return this.last_epoch === this.total_iters ? lr * (1 / this.factor) : lr;
  }
}

/** From `start_factor` to `end_factor` times the initial rate in `total_iters` epochs. Source: `…lr_scheduler.LinearLR`. */
export class LinearLR extends LRScheduler {
  readonly start_factor: number;
  readonly end_factor: number;
  readonly total_iters: number;

  constructor(
    optimizer: Optimizer,
    {
      start_factor = 1 / 3,
      end_factor = 1,
      total_iters = 5,
    }: { start_factor?: number; end_factor?: number; total_iters?: number } = {},
  ) {
    super(optimizer);
    this.start_factor = start_factor;
    this.end_factor = end_factor;
    this.total_iters = total_iters;
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

/** The initial rate times `lr_lambda(epoch)`. Source: `torch.optim.lr_scheduler.LambdaLR`. */
export class LambdaLR extends LRScheduler {
  readonly #lambdas: readonly ((epoch: number) => number)[];

  constructor(
    optimizer: Optimizer,
    lr_lambda: ((epoch: number) => number) | readonly ((epoch: number) => number)[],
  ) {
    super(optimizer);
    this.#lambdas = typeof lr_lambda === "function" ? this.base_lrs.map(() => lr_lambda) : lr_lambda;
    this.step();
  }

  protected override rate(_lr: number, { base, index }: Group): number {
    return base * this.#lambdas[index]!(this.last_epoch);
  }
}

/**
 * Half a cosine from the initial rate to `eta_min` in `T_max` epochs. Source: `torch.optim.lr_scheduler.CosineAnnealingLR`;
 * Loshchilov & Hutter 2017, "SGDR: stochastic gradient descent with warm restarts".
 */
export class CosineAnnealingLR extends LRScheduler {
  readonly T_max: number;
  readonly eta_min: number;

  constructor(optimizer: Optimizer, T_max: number, { eta_min = 0 }: { eta_min?: number } = {}) {
    super(optimizer);
    this.T_max = T_max;
    this.eta_min = eta_min;
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

/** Cosine annealing that starts again after `T_0` epochs, then after `T_mult` times as many. Source: as above. */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  readonly T_0: number;
  readonly T_mult: number;
  readonly eta_min: number;

  constructor(
    optimizer: Optimizer,
    T_0: number,
    { T_mult = 1, eta_min = 0 }: { T_mult?: number; eta_min?: number } = {},
  ) {
    super(optimizer);
    this.T_0 = T_0;
    this.T_mult = T_mult;
    this.eta_min = eta_min;
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
