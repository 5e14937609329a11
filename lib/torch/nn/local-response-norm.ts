import type { Tensor } from "../tensor";
import { bindModule, type Rest } from "./arguments";
import { local_response_norm, type ResponseOptions } from "./functional/local-response-norm";
import { Module } from "./module";
import { floatText } from "./python-text";

/**
 * Channels damped by the squares of their neighbours; see `nn.functional.local_response_norm`. Krizhevsky, Sutskever & Hinton
 * 2012. Source: `torch.nn.LocalResponseNorm`.
 * @example
 * new nn.LocalResponseNorm(2) // => LocalResponseNorm(2, alpha=0.0001, beta=0.75, k=1.0)
 */
export class LocalResponseNorm extends Module {
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly k: number;

  constructor(size: number, ...rest: Rest<[alpha: number, beta: number, k: number], ResponseOptions>);
  constructor(...given: unknown[]) {
    super();
    const names = { required: ["size"], optional: ["alpha", "beta", "k"] } as const;
    const bound = bindModule<ResponseOptions & { size: number }>("nn.LocalResponseNorm", given, names);
    this.size = bound.size;
    this.alpha = bound.alpha ?? 1e-4;
    this.beta = bound.beta ?? 0.75;
    this.k = bound.k ?? 1;
  }

  override forward(input: Tensor): Tensor {
    return local_response_norm(input, this.size, this.alpha, this.beta, this.k);
  }

  override extra_repr(): string {
    const { size, alpha, beta, k } = this;
    return `${size}, alpha=${floatText(alpha)}, beta=${floatText(beta)}, k=${floatText(k)}`;
  }
}
