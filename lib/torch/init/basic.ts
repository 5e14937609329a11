import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { TypeMismatch, ValueError } from "../errors";
import type { Generator } from "../random";
import { bfloat16, eye, showShape, type Tensor } from "../tensor";
import { warn } from "../warnings";
import { checkTensor } from "./check";

/** Which generator draws; the default one if absent. */
export type DrawOptions = { generator?: Generator | null };
/** Keywords of `uniform_`: the bounds `a` and `b`. */
export type UniformOptions = DrawOptions & { a?: number; b?: number };
/** Keywords of `normal_`. */
export type NormalOptions = DrawOptions & { mean?: number; std?: number };

/**
 * Fills with independent draws from U[a, b), 0 and 1 unless given. std = (b - a)/√12.
 * Source: `torch.nn.init.uniform_`. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.uniform_(torch.empty(3), -1, 1) // => tensor([-0.0075,  0.5364, -0.8230])
 */
export function uniform_<T extends Tensor>(tensor: T, a?: number, b?: number, options?: DrawOptions): T;
export function uniform_<T extends Tensor>(tensor: T, options: UniformOptions): T;
export function uniform_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const call = "nn.init.uniform_";
  const {
    a = 0,
    b = 1,
    generator,
  } = bindArguments<UniformOptions>(call, given, {
    names: ["a", "b"],
    only: ["generator"],
  });
  checkTensor(call, tensor, "uniform_");
  return no_grad(() => tensor.uniform_(a, b, { generator: generator ?? null }));
}

/**
 * Fills with independent draws from N(mean, std²), 0 and 1 unless given. The second argument is the mean.
 * Source: `torch.nn.init.normal_`. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.normal_(torch.empty(3), 0, 0.1) // => tensor([ 0.1541, -0.0293, -0.2179])
 */
export function normal_<T extends Tensor>(tensor: T, mean?: number, std?: number, options?: DrawOptions): T;
export function normal_<T extends Tensor>(tensor: T, options: NormalOptions): T;
export function normal_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const call = "nn.init.normal_";
  const {
    mean = 0,
    std = 1,
    generator,
  } = bindArguments<NormalOptions>(call, given, {
    names: ["mean", "std"],
    only: ["generator"],
  });
  checkTensor(call, tensor, "normal_");
  return no_grad(() => tensor.normal_(mean, std, { generator: generator ?? null }));
}

/**
 * Sets every element to `val`. Source: `torch.nn.init.constant_`. Returns the tensor.
 * @example
 * nn.init.constant_(torch.empty(2), 0.5) // => tensor([0.5000, 0.5000])
 */
export function constant_<T extends Tensor>(tensor: T, val: number): T {
  const call = "nn.init.constant_";
  if (val === undefined)
    throw new TypeMismatch(call, "constant_() missing 1 required positional argument: 'val'");
  checkTensor(call, tensor, "fill_");
  if (Number.isNaN(val)) warn(`${call}: val is nan`);
  return no_grad(() => tensor.fill_(val));
}

/**
 * Sets every element to 1. Source: `torch.nn.init.ones_`. Returns the tensor.
 * @example
 * nn.init.ones_(torch.empty(2)) // => tensor([1., 1.])
 */
export function ones_<T extends Tensor>(tensor: T): T {
  checkTensor("nn.init.ones_", tensor, "fill_");
  return no_grad(() => tensor.fill_(1));
}

/**
 * Sets every element to 0. Source: `torch.nn.init.zeros_`. Returns the tensor.
 * @example
 * nn.init.zeros_(torch.empty(2)) // => tensor([0., 0.])
 */
export function zeros_<T extends Tensor>(tensor: T): T {
  checkTensor("nn.init.zeros_", tensor, "zero_");
  return no_grad(() => tensor.zero_());
}

/**
 * Makes a matrix the identity, as far as it goes. Errors: any other number of dimensions.
 * Source: `torch.nn.init.eye_`. Returns the tensor.
 * @example
 * nn.init.eye_(torch.empty(2, 3)) // => tensor([[1., 0., 0.],\n        [0., 1., 0.]])
 */
export function eye_<T extends Tensor>(tensor: T): T {
  const call = "nn.init.eye_";
  checkTensor(call, tensor, "ndimension");
  if (tensor.ndim !== 2) {
    throw new ValueError(
      call,
      "Only tensors with 2 dimensions are supported",
      `got shape ${showShape(tensor.shape)}`,
    );
  }
  return no_grad(() => {
    if (tensor.dtype === bfloat16) eye(0, { dtype: bfloat16 });
    tensor.zero_();
    for (let i = 0; i < Math.min(...tensor.shape); i++) tensor.set([i, i], 1);
    return tensor;
  });
}
