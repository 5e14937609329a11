import { TypeMismatch } from "../errors";
import { typeName } from "../tensor";
import { warn } from "../warnings";
import { Optimizer, type ParamGroup } from "./optimizer";

type Group = ParamGroup<{ lr: number; initial_lr?: number }>;

/** What a schedule has in mind, by PyTorch's names. */
export type ScheduleState = Record<string, unknown>;

/** The fields of a schedule that are data, lists copied. */
export function stateOf(schedule: object): ScheduleState {
  const own = Object.entries(schedule).filter(
    ([key, value]) => key !== "optimizer" && typeof value !== "function",
  );
  return Object.fromEntries(own.map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]));
}

const EARLY =
  "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate";

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
  _step_count = 0;
  _last_lr: number[] = [];

  constructor(optimizer: Optimizer) {
    if (!(optimizer instanceof Optimizer)) {
      throw new TypeMismatch(
        `optim.lr_scheduler.${new.target.name}`,
        `${typeName(optimizer)} is not an Optimizer`,
      );
    }
    this.optimizer = optimizer;
    optimizer._step_count = 0;
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
    if (this._step_count === 1 && this.optimizer._step_count < 1) warn(EARLY);
    this._step_count++;
    this.last_epoch++;
    this.groups.forEach((group, index) => {
      group.lr = this.rate(group.lr, { base: this.base_lrs[index]!, index });
    });
    this._last_lr = this.groups.map((group) => group.lr);
  }

  /** Begins anew with the initial rates, as in epoch 0. @internal */
  restart(): void {
    for (const group of this.groups) group.lr = group.initial_lr!;
    this.last_epoch = -1;
    this._step_count = 0;
    this.step();
  }

  /** The rates that the last step set, one a group. */
  get_last_lr(): number[] {
    return [...this._last_lr];
  }

  /** Where the schedule stands: all that it keeps but the optimiser and its functions. */
  state_dict(): ScheduleState {
    return stateOf(this);
  }

  /** Takes over where another schedule stood. The optimiser's rates are its own, and stay. */
  load_state_dict(state: ScheduleState): void {
    Object.assign(this, stateOf(state));
  }
}
