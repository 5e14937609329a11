import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { ZeroDivisionError } from "../errors";
import type { Tensor } from "../tensor";
import type { DrawOptions } from "./basic";
import { checkFactor } from "./check";
import { fansOf } from "./fans";

const { sqrt } = Math;

/** Keywords of the Xavier initialisers. */
export type XavierOptions = DrawOptions & { gain?: number };

function stdFor(call: string, tensor: Tensor, gain: unknown): number {
  const [fan_in, fan_out] = fansOf(call, tensor);
  checkFactor(call, gain);
  if (fan_in + fan_out === 0) {
    throw new ZeroDivisionError(call, "float division by zero", "fan_in + fan_out must not be 0");
  }
  return gain * sqrt(2 / (fan_in + fan_out));
}

/**
 * U(-b, b) with b = gain · √(6/(fan_in + fan_out)): the compromise between keeping the variance of activations and that
 * of gradients. Glorot & Bengio 2010. Source: `torch.nn.init.xavier_uniform_`. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.xavier_uniform_(torch.empty(2, 2)) // => tensor([[-0.0092,  0.6570],\n        [-1.0080, -0.9013]])
 */
export function xavier_uniform_<T extends Tensor>(tensor: T, gain?: number, options?: DrawOptions): T;
export function xavier_uniform_<T extends Tensor>(tensor: T, options: XavierOptions): T;
export function xavier_uniform_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const call = "nn.init.xavier_uniform_";
  const { gain = 1, generator } = bindArguments<XavierOptions>(call, given, {
    names: ["gain"],
    only: ["generator"],
  });
  const bound = sqrt(3) * stdFor(call, tensor, gain);
  return no_grad(() => tensor.uniform_(-bound, bound, { generator: generator ?? null }));
}

/**
 * N(0, std²) with std = gain · √(2/(fan_in + fan_out)). Glorot & Bengio 2010.
 * Source: `torch.nn.init.xavier_normal_`. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.xavier_normal_(torch.empty(2, 2)) // => tensor([[ 1.0896, -0.2075],\n        [-1.5406,  0.4019]])
 */
export function xavier_normal_<T extends Tensor>(tensor: T, gain?: number, options?: DrawOptions): T;
export function xavier_normal_<T extends Tensor>(tensor: T, options: XavierOptions): T;
export function xavier_normal_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const call = "nn.init.xavier_normal_";
  const { gain = 1, generator } = bindArguments<XavierOptions>(call, given, {
    names: ["gain"],
    only: ["generator"],
  });
  const std = stdFor(call, tensor, gain);
  return no_grad(() => tensor.normal_(0, std, { generator: generator ?? null }));
}
