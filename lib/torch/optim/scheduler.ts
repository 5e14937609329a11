import { TypeMismatch } from "../errors";
import { typeName } from "../tensor";
import { Optimizer, type ParamGroup } from "./optimizer";

type Group = ParamGroup<{ lr: number; initial_lr?: number }>;

/**
 * The base class of schedules: `step()` counts an epoch and sets each group's `lr`. The rate before is in `initial_lr`.
 * Source: `torch.optim.lr_scheduler.LRScheduler`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); new torch.optim.lr_scheduler.StepLR(sgd, 2) instanceof torch.optim.lr_scheduler.LRScheduler // => true
 */
export abstract class LRScheduler {
  readonly optimizer: Optimizer;
  readonly base_lrs: number[];
  last_epoch = -1;
  protected last: number[] = [];

  constructor(optimizer: Optimizer) {
    if (!(optimizer instanceof Optimizer)) {
      throw new TypeMismatch(
        `optim.lr_scheduler.${new.target.name}`,
        `${typeName(optimizer)} is not an Optimizer`,
      );
    }
    this.optimizer = optimizer;
    for (const group of this.groups) group.initial_lr ??= group.lr;
    this.base_lrs = this.groups.map((group) => group.initial_lr!);
  }

  protected get groups(): Group[] {
    return this.optimizer.param_groups as Group[];
  }

  /** The rate of a group in this epoch, from the one before. */
  protected abstract rate(lr: number, group: { readonly base: number; readonly index: number }): number;

  /** Counts an epoch and sets the rates. Call it after `optimizer.step()`. */
  step(): void {
    this.last_epoch++;
    this.groups.forEach((group, index) => {
      group.lr = this.rate(group.lr, { base: this.base_lrs[index]!, index });
    });
    this.last = this.groups.map((group) => group.lr);
  }

  /** Begins anew with the initial rates, as in epoch 0. @internal */
  restart(): void {
    for (const group of this.groups) group.lr = group.initial_lr!;
    this.last_epoch = -1;
    this.step();
  }

  /** The rates that the last step set, one a group. */
  get_last_lr(): number[] {
    return [...this.last];
  }
}
