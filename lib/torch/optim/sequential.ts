import { ValueError } from "../errors";
import type { Optimizer } from "./optimizer";
import { type LRScheduler, type ScheduleState, stateOf } from "./scheduler";

/**
 * One schedule after the other, each from its milestone on. Source: `torch.optim.lr_scheduler.SequentialLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const { ConstantLR, ExponentialLR, SequentialLR } = torch.optim.lr_scheduler; const schedule = new SequentialLR(sgd, [new ConstantLR(sgd, 0.5, 2), new ExponentialLR(sgd, 0.9)], [2]); schedule.get_last_lr() // => 0.25
 */
export class SequentialLR {
  readonly optimizer: Optimizer;
  readonly #schedulers: readonly LRScheduler[];
  readonly #milestones: readonly number[];
  last_epoch = 0;

  constructor(optimizer: Optimizer, schedulers: readonly LRScheduler[], milestones: readonly number[]) {
    const call = "optim.lr_scheduler.SequentialLR";
    const other = schedulers.findIndex((scheduler) => scheduler.optimizer !== optimizer);
    if (other !== -1) {
      throw new ValueError(
        call,
        `Sequential Schedulers expects all schedulers to belong to the same optimizer, but got schedulers at index ${other} to be different than the optimizer passed in.`,
      );
    }
    if (milestones.length !== schedulers.length - 1) {
      throw new ValueError(
        call,
        `Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers ${schedulers.length} and the number of milestones to be equal to ${milestones.length}`,
      );
    }
    this.optimizer = optimizer;
    this.#schedulers = schedulers;
    this.#milestones = milestones;
    // What the later schedules did when they were made is undone.
    for (const scheduler of schedulers) scheduler.last_epoch -= 1;
    schedulers[0]!.restart();
  }

  get #current(): LRScheduler {
    return this.#schedulers[this.#milestones.filter((epoch) => epoch <= this.last_epoch).length]!;
  }

  /** Counts an epoch and sets the rates. */
  step(): void {
    this.last_epoch++;
    if (this.#milestones.includes(this.last_epoch)) this.#current.restart();
    else this.#current.step();
  }

  /** Where this schedule and those in it stand. */
  state_dict(): ScheduleState {
    return { ...stateOf(this), _schedulers: this.#schedulers.map((schedule) => schedule.state_dict()) };
  }

  /** Takes over where another schedule of the same kinds stood. */
  load_state_dict({ _schedulers, ...own }: ScheduleState): void {
    Object.assign(this, stateOf(own));
    (_schedulers as ScheduleState[]).forEach((state, i) => {
      this.#schedulers[i]!.load_state_dict(state);
    });
  }

  /** The rates that the last step set, one a group. */
  get_last_lr(): number[] {
    return this.#current.get_last_lr();
  }
}
