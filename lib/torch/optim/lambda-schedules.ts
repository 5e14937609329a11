import { ValueError } from "../errors";
import type { Optimizer } from "./optimizer";
import { LRScheduler } from "./scheduler";

type Lambda = (epoch: number) => number;

/** What the schedules by functions share: one function for all groups, or one for each. */
abstract class ByLambda extends LRScheduler {
  readonly #lambdas: readonly Lambda[];

  constructor(optimizer: Optimizer, lr_lambda: Lambda | readonly Lambda[]) {
    super(optimizer);
    const count = this.groups.length;
    if (typeof lr_lambda !== "function" && lr_lambda.length !== count) {
      throw new ValueError(
        `optim.lr_scheduler.${new.target.name}`,
        `Expected ${count} lr_lambdas, but got ${lr_lambda.length}`,
      );
    }
    this.#lambdas = typeof lr_lambda === "function" ? this.groups.map(() => lr_lambda) : [...lr_lambda];
    this.step();
  }

  protected factor(index: number): number {
    return this.#lambdas[index]!(this.last_epoch);
  }
}

/**
 * The initial rate times `lr_lambda(epoch)`. Source: `torch.optim.lr_scheduler.LambdaLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.LambdaLR(sgd, (epoch) => 0.9 ** epoch); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.45
 */
export class LambdaLR extends ByLambda {
  protected override rate(_lr: number, { base, index }: { base: number; index: number }): number {
    return base * this.factor(index);
  }
}

/**
 * The rate before times `lr_lambda(epoch)`. Source: `torch.optim.lr_scheduler.MultiplicativeLR`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); const schedule = new torch.optim.lr_scheduler.MultiplicativeLR(sgd, () => 0.5); sgd.step(); schedule.step(); schedule.get_last_lr() // => 0.25
 */
export class MultiplicativeLR extends ByLambda {
  protected override rate(lr: number, { index }: { index: number }): number {
    return this.last_epoch > 0 ? lr * this.factor(index) : lr;
  }
}
