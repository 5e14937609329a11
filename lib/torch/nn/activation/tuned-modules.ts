import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import { Module } from "../module";
import { hardshrink, hardtanh, leaky_relu, softshrink } from "./piecewise";
import { celu, elu, glu, softplus } from "./smooth";

/** A number as Python writes it; `isFloat` says that 1 stands for 1.0, which JavaScript cannot tell. */
function pythonNumber(value: number, isFloat = false): string {
  return isFloat && Number.isInteger(value) ? `${value}.0` : String(value);
}

/**
 * `x` where positive, else `negative_slope · x`. Source: `torch.nn.LeakyReLU`.
 * @example
 * new nn.LeakyReLU()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.0150,  0.5000,  2.0000])
 */
export class LeakyReLU extends Module {
  readonly negative_slope: number;
  readonly inplace: boolean;

  constructor(negative_slope?: number, inplace?: boolean);
  constructor(options: { negative_slope?: number; inplace?: boolean });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ negative_slope: number; inplace: boolean }>("nn.LeakyReLU", given, {
      names: ["negative_slope", "inplace"],
    });
    this.negative_slope = bound.negative_slope ?? 0.01;
    this.inplace = bound.inplace ?? false;
  }

  override forward(input: Tensor): Tensor {
    const result = leaky_relu(input, this.negative_slope);
    return this.inplace ? input.copy_(result) : result;
  }

  override extra_repr(): string {
    return `negative_slope=${pythonNumber(this.negative_slope)}${this.inplace ? ", inplace=True" : ""}`;
  }
}

/**
 * `x` where positive, else `alpha · (e^x - 1)`. Source: `torch.nn.ELU`.
 * @example
 * new nn.ELU()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.7769,  0.5000,  2.0000])
 */
export class ELU extends Module {
  readonly alpha: number;
  readonly inplace: boolean;

  constructor(alpha?: number, inplace?: boolean);
  constructor(options: { alpha?: number; inplace?: boolean });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ alpha: number; inplace: boolean }>("nn.ELU", given, {
      names: ["alpha", "inplace"],
    });
    this.alpha = bound.alpha ?? 1;
    this.inplace = bound.inplace ?? false;
  }

  override forward(input: Tensor): Tensor {
    const result = elu(input, this.alpha);
    return this.inplace ? input.copy_(result) : result;
  }

  override extra_repr(): string {
    return `alpha=${pythonNumber(this.alpha, true)}${this.inplace ? ", inplace=True" : ""}`;
  }
}

/**
 * `x` where positive, else `alpha · (e^(x/alpha) - 1)`. Source: `torch.nn.CELU`.
 * @example
 * new nn.CELU()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.7769,  0.5000,  2.0000])
 */
export class CELU extends Module {
  readonly alpha: number;
  readonly inplace: boolean;

  constructor(alpha?: number, inplace?: boolean);
  constructor(options: { alpha?: number; inplace?: boolean });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ alpha: number; inplace: boolean }>("nn.CELU", given, {
      names: ["alpha", "inplace"],
    });
    this.alpha = bound.alpha ?? 1;
    this.inplace = bound.inplace ?? false;
  }

  override forward(input: Tensor): Tensor {
    const result = celu(input, this.alpha);
    return this.inplace ? input.copy_(result) : result;
  }

  override extra_repr(): string {
    return `alpha=${pythonNumber(this.alpha, true)}${this.inplace ? ", inplace=True" : ""}`;
  }
}

/**
 * The values within [min_val, max_val]. Source: `torch.nn.Hardtanh`.
 * @example
 * new nn.Hardtanh()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.0000,  0.5000,  1.0000])
 */
export class Hardtanh extends Module {
  readonly min_val: number;
  readonly max_val: number;
  readonly inplace: boolean;

  constructor(min_val?: number, max_val?: number, inplace?: boolean);
  constructor(options: { min_val?: number; max_val?: number; inplace?: boolean });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ min_val: number; max_val: number; inplace: boolean }>(
      "nn.Hardtanh",
      given,
      { names: ["min_val", "max_val", "inplace"] },
    );
    this.min_val = bound.min_val ?? -1;
    this.max_val = bound.max_val ?? 1;
    this.inplace = bound.inplace ?? false;
  }

  override forward(input: Tensor): Tensor {
    const result = hardtanh(input, this.min_val, this.max_val);
    return this.inplace ? input.copy_(result) : result;
  }

  override extra_repr(): string {
    return `min_val=${pythonNumber(this.min_val, this.min_val === -1)}, max_val=${pythonNumber(this.max_val, this.max_val === 1)}${this.inplace ? ", inplace=True" : ""}`;
  }
}

/**
 * `ln(1 + e^(beta x)) / beta`. Source: `torch.nn.Softplus`.
 * @example
 * new nn.Softplus()(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.2014, 0.9741, 2.1269])
 */
export class Softplus extends Module {
  readonly beta: number;
  readonly threshold: number;

  constructor(beta?: number, threshold?: number);
  constructor(options: { beta?: number; threshold?: number });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ beta: number; threshold: number }>("nn.Softplus", given, {
      names: ["beta", "threshold"],
    });
    this.beta = bound.beta ?? 1;
    this.threshold = bound.threshold ?? 20;
  }

  override forward(input: Tensor): Tensor {
    return softplus(input, this.beta, this.threshold);
  }

  override extra_repr(): string {
    return `beta=${pythonNumber(this.beta)}, threshold=${pythonNumber(this.threshold)}`;
  }
}

/**
 * `x` nearer to 0 by lambd, but not beyond. Source: `torch.nn.Softshrink`.
 * @example
 * new nn.Softshrink()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.0000,  0.0000,  1.5000])
 */
export class Softshrink extends Module {
  readonly lambd: number;

  constructor(lambd?: number);
  constructor(options: { lambd?: number });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ lambd: number }>("nn.Softshrink", given, { names: ["lambd"] });
    this.lambd = bound.lambd ?? 0.5;
  }

  override forward(input: Tensor): Tensor {
    return softshrink(input, this.lambd);
  }

  override extra_repr(): string {
    return `${pythonNumber(this.lambd)}`;
  }
}

/**
 * `x` where |x| > lambd, else 0. Source: `torch.nn.Hardshrink`.
 * @example
 * new nn.Hardshrink()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.5000,  0.0000,  2.0000])
 */
export class Hardshrink extends Module {
  readonly lambd: number;

  constructor(lambd?: number);
  constructor(options: { lambd?: number });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ lambd: number }>("nn.Hardshrink", given, { names: ["lambd"] });
    this.lambd = bound.lambd ?? 0.5;
  }

  override forward(input: Tensor): Tensor {
    return hardshrink(input, this.lambd);
  }

  override extra_repr(): string {
    return `${pythonNumber(this.lambd)}`;
  }
}

/**
 * The first half of a dimension times the sigmoid of the second. Source: `torch.nn.GLU`.
 * @example
 * new nn.GLU()(torch.tensor([0.5, 1, 2, 3])) // => tensor([0.4404, 0.9526])
 */
export class GLU extends Module {
  readonly dim: number;

  constructor(dim?: number);
  constructor(options: { dim?: number });
  constructor(...given: unknown[]) {
    super();
    const bound = bindArguments<{ dim: number }>("nn.GLU", given, { names: ["dim"] });
    this.dim = bound.dim ?? -1;
  }

  override forward(input: Tensor): Tensor {
    return glu(input, this.dim);
  }

  override extra_repr(): string {
    return `dim=${this.dim}`;
  }
}
