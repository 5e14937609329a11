import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import type { Tensor } from "../tensor";
import type { DrawOptions } from "./basic";
import { fansOf } from "./fans";

const { sqrt } = Math;

function stdFor(call: string, tensor: Tensor, options: DrawOptions | undefined) {
  const { generator = null } = bindArguments<DrawOptions>(call, [options ?? {}], {
    names: [],
    only: ["generator"],
  });
  const [fan_in] = fansOf(call, tensor);
  return { std: 1 / sqrt(fan_in), generator };
}

/**
 * U(-b, b) with b = √(3/fan_in), so that std = 1/√fan_in. PyTorch has no such function; this one is ours.
 * LeCun, Bottou, Orr & Müller 1998 ("Efficient BackProp"). Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.lecun_uniform_(torch.empty(2, 2)) // => tensor([[-0.0092,  0.6570],\n        [-1.0080, -0.9013]])
 */
export function lecun_uniform_<T extends Tensor>(tensor: T, options?: DrawOptions): T {
  const { std, generator } = stdFor("nn.init.lecun_uniform_", tensor, options);
  const bound = sqrt(3) * std;
  return no_grad(() => tensor.uniform_(-bound, bound, { generator }));
}

/**
 * N(0, std²) with std = 1/√fan_in, what SELU networks start from. PyTorch has no such function; this one is ours.
 * LeCun, Bottou, Orr & Müller 1998; Klambauer et al. 2017. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.lecun_normal_(torch.empty(2, 2)) // => tensor([[ 1.0896, -0.2075],\n        [-1.5406,  0.4019]])
 */
export function lecun_normal_<T extends Tensor>(tensor: T, options?: DrawOptions): T {
  const { std, generator } = stdFor("nn.init.lecun_normal_", tensor, options);
  return no_grad(() => tensor.normal_(0, std, { generator }));
}
