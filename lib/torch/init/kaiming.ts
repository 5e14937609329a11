import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import type { Tensor } from "../tensor";
import { warn } from "../warnings";
import type { DrawOptions } from "./basic";
import { checkTensor } from "./check";
import { fanFor, type Mode } from "./fans";
import { gainFor, type Nonlinearity } from "./gain";

const { sqrt } = Math;

/** Keywords of the Kaiming initialisers: `a` is the slope of a leaky ReLU on the negative side. */
export type KaimingOptions = DrawOptions & { a?: number; mode?: Mode; nonlinearity?: Nonlinearity };

type Spec = KaimingOptions & { readonly std: number; readonly isEmpty: boolean };

function specFor(call: string, tensor: Tensor, given: readonly unknown[]): Spec {
  const bound = bindArguments<KaimingOptions>(call, given, {
    names: ["a", "mode", "nonlinearity"],
    only: ["generator"],
  });
  checkTensor(call, tensor, "shape");
  if (tensor.shape.includes(0)) {
    warn("Initializing zero-element tensors is a no-op");
    return { ...bound, std: 0, isEmpty: true };
  }
  const { a = 0, mode = "fan_in", nonlinearity = "leaky_relu" } = bound;
  const fan = fanFor(call, tensor, mode);
  return { ...bound, std: gainFor(call, nonlinearity, a) / sqrt(fan), isEmpty: false };
}

/**
 * U(-b, b) with b = gain · √(3/fan): He's initialisation for gain √2 (a = 0). With a = √5 the bound is 1/√fan_in, which
 * is what `nn.Linear` does by default. He, Zhang, Ren & Sun 2015.
 *
 * gain is `calculate_gain(nonlinearity, a)`, fan the one that `mode` names.
 * Source: `torch.nn.init.kaiming_uniform_`. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.kaiming_uniform_(torch.empty(2, 2), { a: Math.sqrt(5) }) // => tensor([[-0.0053,  0.3793],\n        [-0.5820, -0.5204]])
 */
export function kaiming_uniform_<T extends Tensor>(
  tensor: T,
  a?: number,
  mode?: Mode,
  nonlinearity?: Nonlinearity,
  options?: DrawOptions,
): T;
export function kaiming_uniform_<T extends Tensor>(tensor: T, options: KaimingOptions): T;
export function kaiming_uniform_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const { std, isEmpty, generator } = specFor("nn.init.kaiming_uniform_", tensor, given);
  if (isEmpty) return tensor;
  const bound = sqrt(3) * std;
  return no_grad(() => tensor.uniform_(-bound, bound, { generator: generator ?? null }));
}

/**
 * N(0, std²) with std = gain/√fan, with the arguments of `kaiming_uniform_`. He, Zhang, Ren & Sun 2015.
 * Source: `torch.nn.init.kaiming_normal_`. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.kaiming_normal_(torch.empty(2, 2)) // => tensor([[ 1.5410, -0.2934],\n        [-2.1788,  0.5684]])
 */
export function kaiming_normal_<T extends Tensor>(
  tensor: T,
  a?: number,
  mode?: Mode,
  nonlinearity?: Nonlinearity,
  options?: DrawOptions,
): T;
export function kaiming_normal_<T extends Tensor>(tensor: T, options: KaimingOptions): T;
export function kaiming_normal_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const { std, isEmpty, generator } = specFor("nn.init.kaiming_normal_", tensor, given);
  if (isEmpty) return tensor;
  return no_grad(() => tensor.normal_(0, std, { generator: generator ?? null }));
}
