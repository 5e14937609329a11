import { bindArguments } from "../arguments";
import { ValueError } from "../errors";
import type { Tensor } from "../tensor";
import { dropout } from "./functional/dropout";
import { Module } from "./module";
import { pythonText } from "./python-text";

/**
 * Sets values to 0 at random in training, see `nn.functional.dropout`. Source: `torch.nn.Dropout`.
 * @example
 * new nn.Dropout(0.1) // => Dropout(p=0.1, inplace=False)
 */
export class Dropout extends Module {
  p: number;
  readonly inplace: boolean;

  constructor(p?: number, inplace?: boolean);
  constructor(options: { p?: number; inplace?: boolean });
  constructor(...given: unknown[]) {
    super();
    const call = "nn.Dropout";
    const { p = 0.5, inplace = false } = bindArguments<{ p: number; inplace: boolean }>(call, given, {
      names: ["p", "inplace"],
    });
    if (!(p >= 0 && p <= 1)) {
      throw new ValueError(call, `dropout probability has to be between 0 and 1, but got ${p}`);
    }
    this.p = p;
    this.inplace = inplace;
  }

  override forward(input: Tensor): Tensor {
    return dropout(input, this.p, this.training, this.inplace);
  }

  override extra_repr(): string {
    return `p=${pythonText(this.p)}, inplace=${pythonText(this.inplace)}`;
  }
}
