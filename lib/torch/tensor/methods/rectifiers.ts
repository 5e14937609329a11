import { bindCall } from "../bind";
import { hardshrink, prelu } from "../rectifiers";
import type { Tensor } from "../tensor";
import { TensorSoftmax } from "./softmax";

/** The activations that PyTorch gives to tensors themselves, beside `relu`, `sigmoid` and `tanh`. */
export abstract class TensorRectifiers extends TensorSoftmax {
  /**
   * x where x > 0, else weight · x, with one weight for all or one for each channel (dimension 1).
   * @example
   * torch.tensor([-2, 4]).float().prelu(torch.tensor([0.5])) // => tensor([-1.,  4.])
   */
  prelu(weight: Tensor): Tensor;
  prelu(...given: unknown[]): Tensor {
    return prelu(this.self, bindCall("torch.prelu", given, { weight: "Tensor" }).weight);
  }

  /**
   * x where |x| > lambd, else 0.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).hardshrink(1) // => tensor([-1.5000,  0.0000,  2.0000])
   */
  hardshrink(lambd?: number): Tensor;
  hardshrink(options: { lambd?: number }): Tensor;
  hardshrink(...given: unknown[]): Tensor {
    const { lambd = 0.5 } = bindCall("torch.hardshrink", given, { lambd: "Number?" });
    return hardshrink(this.self, Number(lambd));
  }
}
