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
  three_phase?: boolean;
};

/** A group's marks, between which the rate and the momentum move. */
type Marks = {
  initial_lr: number;
  max_lr: number;
  min_lr: number;
  base_momentum: number;
  max_momentum: number;
};
type Group = Marks & { lr: number; momentum?: number; betas?: readonly number[] };

/** A stretch of the cycle: when it ends, and from which mark to which it goes. */
type Phase = {
  readonly end: number;
  readonly lr: readonly [keyof Marks, keyof Marks];
  readonly momentum: readonly [keyof Marks, keyof Marks];
};

const CALL = "optim.lr_scheduler.OneCycleLR";

function countSteps({ total_steps, epochs, steps_per_epoch }: OneCycleOptions): number {
  if (total_steps === undefined && (epochs === undefined || steps_per_epoch === undefined)) {
    throw new ValueError(CALL, "You must define either total_steps OR (epochs AND steps_per_epoch)");
  }
  const total = total_steps ?? epochs! * steps_per_epoch!;
  if (Number.isInteger(total) && total > 0) return total;
  throw new ValueError(CALL, `Expected positive integer total_steps, but got ${total}`);
}

/** The stretches: up and down, or with `three_phase` up, back and then down. */
function phasesOf(total: number, share: number, isThree: boolean): readonly Phase[] {
  const up: Phase = {
    end: share * total - 1,
    lr: ["initial_lr", "max_lr"],
    momentum: ["max_momentum", "base_momentum"],
  };
  const last = total - 1;
  if (!isThree)
    return [up, { end: last, lr: ["max_lr", "min_lr"], momentum: ["base_momentum", "max_momentum"] }];
  return [
    up,
    { end: 2 * share * total - 2, lr: ["max_lr", "initial_lr"], momentum: ["base_momentum", "max_momentum"] },
    { end: last, lr: ["initial_lr", "min_lr"], momentum: ["max_momentum", "max_momentum"] },
  ];
}

/** Sets each group's marks, before the base class reads them. */
function prepared(optimizer: Optimizer, options: OneCycleOptions & { max_lr: PerGroup }): Optimizer {
  const { div_factor = 25, final_div_factor = 1e4, cycle_momentum = true } = options;
  const { base_momentum = 0.85, max_momentum = 0.95 } = options;
  const groups = optimizer.param_groups as unknown as Group[];
  const peaks = perGroup(options.max_lr, groups.length);
  groups.forEach((group, i) => {
    group.initial_lr = peaks[i]! / div_factor;
    group.max_lr = peaks[i]!;
    group.min_lr = group.initial_lr / final_div_factor;
    if (cycle_momentum) Object.assign(group, { base_momentum, max_momentum });
  });
  return optimizer;
}

type PerGroup = number | readonly number[];

function perGroup(max_lr: PerGroup, count: number): readonly number[] {
  if (typeof max_lr === "number") return new Array<number>(count).fill(max_lr);
  if (max_lr.length === count) return max_lr;
  throw new ValueError(CALL, `expected ${count} values for max_lr, got ${max_lr.length}`);
}

function checkShape({ pct_start = 0.3, anneal_strategy = "cos" }: OneCycleOptions): void {
  if (!(pct_start >= 0 && pct_start <= 1))
    throw new ValueError(CALL, `Expected float between 0 and 1 pct_start, but got ${pct_start}`);
  if (anneal_strategy !== "cos" && anneal_strategy !== "linear") {
    throw new ValueError(
      CALL,
      `anneal_strategy must by one of 'cos' or 'linear', instead got ${String(anneal_strategy)}`,
    );
  }
}

/**
 * One cycle: up from `max_lr / div_factor` to `max_lr` in the first `pct_start` of the steps, then down to nearly 0, while
 * the momentum (or β₁) goes the other way. With `three_phase` it first falls as it rose. Source: `torch.optim.lr_scheduler.OneCycleLR`; Smith & Topin 2018,
 * "Super-convergence".
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5, momentum: 0.9 }); const schedule = new torch.optim.lr_scheduler.OneCycleLR(sgd, 0.5, 10); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.26
 */
export class OneCycleLR extends LRScheduler {
  readonly total_steps: number;
  readonly cycle_momentum: boolean;
  readonly #phases: readonly Phase[];
  readonly #isLinear: boolean;

  constructor(optimizer: Optimizer, max_lr: PerGroup, total_steps: number, options?: OneCycleOptions);
  constructor(optimizer: Optimizer, max_lr: PerGroup, options?: OneCycleOptions);
  constructor(optimizer: Optimizer, options: OneCycleOptions & { max_lr: PerGroup });
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const options = bindSchedule<OneCycleOptions & { max_lr: PerGroup }>("OneCycleLR", given, {
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
        "three_phase",
      ],
      required: 1,
    });
    const total = countSteps(options);
    checkShape(options);
    const { cycle_momentum = true, pct_start = 0.3, three_phase = false } = options;
    if (cycle_momentum && !("momentum" in optimizer.defaults || "betas" in optimizer.defaults)) {
      throw new ValueError(CALL, "optimizer must support momentum with `cycle_momentum` option enabled");
    }
    super(prepared(optimizer, { ...options, max_lr: options.max_lr! }));
    this.total_steps = total;
    this.cycle_momentum = cycle_momentum;
    this.#phases = phasesOf(total, pct_start, three_phase);
    this.#isLinear = options.anneal_strategy === "linear";
    this.step();
  }

  #anneal(start: number, end: number, share: number): number {
    if (this.#isLinear) return (end - start) * share + start;
    return end + ((start - end) / 2) * (cos(PI * share) + 1);
  }

  protected override rate(_lr: number, { index }: { index: number }): number {
    const { last_epoch, total_steps } = this;
    if (last_epoch > total_steps) {
      throw new ValueError(
        CALL,
        `Tried to step ${last_epoch + 1} times. The specified number of total steps is ${total_steps}`,
      );
    }
    const at = this.#phases.findIndex(({ end }, i) => last_epoch <= end || i === this.#phases.length - 1);
    const phase = this.#phases[at]!;
    const start = this.#phases[at - 1]?.end ?? 0;
    const share = (last_epoch - start) / (phase.end - start);
    const group = this.groups[index] as unknown as Group;
    const between = ([from, to]: readonly [keyof Marks, keyof Marks]) =>
      this.#anneal(group[from], group[to], share);
    if (this.cycle_momentum) setMomentum(group, between(phase.momentum));
    return between(phase.lr);
  }
}

function setMomentum(group: Group, momentum: number): void {
  if (group.betas !== undefined) group.betas = [momentum, ...group.betas.slice(1)];
  else group.momentum = momentum;
}
