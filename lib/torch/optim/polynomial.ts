import type { Optimizer } from "./optimizer";
import { bindSchedule } from "./schedule-arguments";
import { LRScheduler } from "./scheduler";

type Settings = { total_iters?: number; power?: number };

/**
 * `(1 - epoch/total_iters)^power` times the initial rate, and 0 from `total_iters` (5) on; power is 1 unless given.
 * Source: `torch.optim.lr_scheduler.PolynomialLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.PolynomialLR(sgd, 4); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.375
 */
export class PolynomialLR extends LRScheduler {
  readonly total_iters: number;
  readonly power: number;

  constructor(optimizer: Optimizer, total_iters?: number, power?: number);
  constructor(optimizer: Optimizer, total_iters: number, options: Settings);
  constructor(optimizer: Optimizer, options: Settings);
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const bound = bindSchedule<Settings>("PolynomialLR", given, { names: ["total_iters", "power"] });
    super(optimizer);
    this.total_iters = bound.total_iters ?? 5;
    this.power = bound.power ?? 1;
    this.step();
  }

  protected override rate(lr: number): number {
    const { last_epoch, total_iters, power } = this;
    if (last_epoch === 0 || last_epoch > total_iters) return lr;
    return lr * ((1 - last_epoch / total_iters) / (1 - (last_epoch - 1) / total_iters)) ** power;
  }
}
