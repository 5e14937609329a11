import { ValueError } from "../errors";
import type { Optimizer, ParamGroup } from "./optimizer";
import { type LRScheduler, type ScheduleState, stateOf } from "./scheduler";

/**
 * Several schedules of one optimiser, stepped one after the other: each changes what the one before it has set.
 * Errors: schedules of different optimisers. Source: `torch.optim.lr_scheduler.ChainedScheduler`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const { ChainedScheduler, ConstantLR, ExponentialLR } = torch.optim.lr_scheduler; const schedule = new ChainedScheduler([new ConstantLR(sgd, 0.5, 2), new ExponentialLR(sgd, 0.5)]); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.125
 */
export class ChainedScheduler {
  readonly optimizer: Optimizer;
  readonly #schedulers: readonly LRScheduler[];
  _last_lr: number[];

  constructor(schedulers: readonly LRScheduler[]) {
    const optimizer = schedulers[0]!.optimizer;
    const other = schedulers.findIndex((scheduler) => scheduler.optimizer !== optimizer);
    if (other !== -1) {
      throw new ValueError(
        "optim.lr_scheduler.ChainedScheduler",
        `ChainedScheduler expects all schedulers to belong to the same optimizer, but got schedulers at index 0 and ${other} to be different`,
      );
    }
    this.optimizer = optimizer;
    this.#schedulers = [...schedulers];
    this._last_lr = this.#rates();
  }

  #rates(): number[] {
    return (this.optimizer.param_groups as ParamGroup<{ lr: number }>[]).map((group) => group.lr);
  }

  /** Steps each schedule in turn. */
  step(): void {
    for (const scheduler of this.#schedulers) scheduler.step();
    this._last_lr = this.#rates();
  }

  /** The rates that the last step set, one a group. */
  get_last_lr(): number[] {
    return [...this._last_lr];
  }

  /** Where the schedules stand. */
  state_dict(): ScheduleState {
    return { ...stateOf(this), _schedulers: this.#schedulers.map((schedule) => schedule.state_dict()) };
  }

  /** Takes over where another chain of the same kinds stood. */
  load_state_dict({ _schedulers, ...own }: ScheduleState): void {
    Object.assign(this, stateOf(own));
    (_schedulers as ScheduleState[]).forEach((state, i) => {
      this.#schedulers[i]!.load_state_dict(state);
    });
  }
}
