import { ValueError } from "../errors";
import { Optimizer } from "./optimizer";
import { bindSchedule } from "./schedule-arguments";
import { LRScheduler } from "./scheduler";

/** One value for all groups of parameters, or one for each. */
type PerGroup = number | readonly number[];

/** Keywords of `CyclicLR`. */
export type CyclicOptions = {
  step_size_up?: number;
  step_size_down?: number | null;
  mode?: "triangular" | "triangular2" | "exp_range";
  gamma?: number;
  scale_fn?: ((count: number) => number) | null;
  scale_mode?: "cycle" | "iterations";
  cycle_momentum?: boolean;
  base_momentum?: PerGroup;
  max_momentum?: PerGroup;
};
type Bounds = { base_lr: PerGroup; max_lr: PerGroup };
type Group = { lr: number; initial_lr?: number; momentum: number };

const CALL = "optim.lr_scheduler.CyclicLR";
const NAMES = [
  "base_lr",
  "max_lr",
  "step_size_up",
  "step_size_down",
  "mode",
  "gamma",
  "scale_fn",
  "scale_mode",
  "cycle_momentum",
  "base_momentum",
  "max_momentum",
] as const;

function perGroup(name: string, value: PerGroup, count: number): readonly number[] {
  if (typeof value === "number") return new Array<number>(count).fill(value);
  if (value.length === count) return value;
  throw new ValueError(CALL, `expected ${count} values for ${name}, got ${value.length}`);
}

/** By how much a cycle is lower than the first: a function of the cycle's number or of the steps so far. */
function scaleOf({ mode = "triangular", gamma = 1, scale_fn = null, scale_mode = "cycle" }: CyclicOptions): {
  scale: (count: number) => number;
  isByStep: boolean;
} {
  if (scale_fn !== null) return { scale: scale_fn, isByStep: scale_mode !== "cycle" };
  switch (mode) {
    case "triangular":
      return { scale: () => 1, isByStep: false };
    case "triangular2":
      return { scale: (cycle) => 1 / 2 ** (cycle - 1), isByStep: false };
    case "exp_range":
      return { scale: (step) => gamma ** step, isByStep: true };
    default:
      throw new ValueError(
        CALL,
        "mode is invalid and scale_fn is None",
        'use "triangular", "triangular2" or "exp_range"',
      );
  }
}

/**
 * The rate goes up from `base_lr` to `max_lr` in `step_size_up` (2000) steps and down again in `step_size_down`, over and over, and the
 * momentum the other way between `max_momentum` (0.9) and `base_momentum` (0.8). Later cycles are as high ("triangular"), half as high
 * as the one before ("triangular2"), or lower by `gamma` to the number of steps ("exp_range"). Step it after each batch.
 * Errors: `mode is invalid and scale_fn is None`, an optimiser without momentum. Source: `torch.optim.lr_scheduler.CyclicLR`; Smith 2017,
 * "Cyclical learning rates for training neural networks".
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5, momentum: 0.9 }); const schedule = new torch.optim.lr_scheduler.CyclicLR(sgd, 0.25, 0.75, 2); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.5
 */
export class CyclicLR extends LRScheduler {
  readonly max_lrs: readonly number[];
  readonly total_size: number;
  readonly step_ratio: number;
  readonly cycle_momentum: boolean;
  readonly base_momentums: readonly number[];
  readonly max_momentums: readonly number[];
  readonly #scale: (count: number) => number;
  readonly #isByStep: boolean;

  constructor(optimizer: Optimizer, base_lr: PerGroup, max_lr: PerGroup, options?: CyclicOptions);
  constructor(
    optimizer: Optimizer,
    base_lr: PerGroup,
    max_lr: PerGroup,
    step_size_up: number,
    options?: Omit<CyclicOptions, "step_size_up">,
  );
  constructor(optimizer: Optimizer, options: CyclicOptions & Bounds);
  constructor(optimizer: Optimizer, ...given: unknown[]) {
    const options = bindSchedule<CyclicOptions & Bounds>("CyclicLR", given, { names: NAMES, required: 2 });
    const isOptimizer = optimizer instanceof Optimizer;
    const groups = (isOptimizer ? optimizer.param_groups : []) as unknown as Group[];
    const base_lrs = isOptimizer ? perGroup("base_lr", options.base_lr!, groups.length) : [];
    const max_lrs = isOptimizer ? perGroup("max_lr", options.max_lr!, groups.length) : [];
    const { scale, isByStep } = scaleOf(options);
    const { cycle_momentum = true, step_size_up = 2000 } = options;
    if (isOptimizer && cycle_momentum && !("momentum" in optimizer.defaults)) {
      throw new ValueError(CALL, "optimizer must support momentum with `cycle_momentum` option enabled");
    }
    // The groups begin at the lower bounds, before the base class takes note of their rates.
    groups.forEach((group, i) => {
      group.lr = base_lrs[i]!;
    });
    super(optimizer);
    this.base_lrs.splice(0, groups.length, ...base_lrs);
    this.max_lrs = max_lrs;
    const step_size_down = options.step_size_down ?? step_size_up;
    this.total_size = step_size_up + step_size_down;
    this.step_ratio = step_size_up / this.total_size;
    this.cycle_momentum = cycle_momentum;
    this.base_momentums = perGroup("base_momentum", options.base_momentum ?? 0.8, groups.length);
    this.max_momentums = perGroup("max_momentum", options.max_momentum ?? 0.9, groups.length);
    this.#scale = scale;
    this.#isByStep = isByStep;
    this.step();
  }

  /** How far up the slope this step is, and the factor of its cycle. */
  #height(): { up: number; factor: number } {
    const { last_epoch, total_size, step_ratio } = this;
    const cycle = Math.floor(1 + last_epoch / total_size);
    const x = 1 + last_epoch / total_size - cycle;
    const up = x <= step_ratio ? x / step_ratio : (x - 1) / (step_ratio - 1);
    return { up, factor: this.#scale(this.#isByStep ? last_epoch : cycle) };
  }

  protected override rate(_lr: number, { base, index }: { base: number; index: number }): number {
    const { up, factor } = this.#height();
    if (this.cycle_momentum) {
      const [low, high] = [this.base_momentums[index]!, this.max_momentums[index]!];
      (this.groups[index] as unknown as Group).momentum = high - (high - low) * up * factor;
    }
    return base + (this.max_lrs[index]! - base) * up * factor;
  }
}
