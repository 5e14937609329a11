import { AssertionError } from "../../errors";
import type { Tensor } from "../../tensor";
import { softmax } from "../functional";
import { Module } from "../module";

/**
 * Shares of 1 over the channels of each pixel: (N, C, H, W) or (C, H, W). Source: `torch.nn.Softmax2d`.
 * @example
 * new nn.Softmax2d()(torch.zeros(2, 1, 1)).flatten() // => tensor([0.5000, 0.5000])
 */
export class Softmax2d extends Module {
  override forward(input: Tensor): Tensor {
    if (input.ndim !== 3 && input.ndim !== 4) {
      throw new AssertionError(
        "nn.Softmax2d",
        "Softmax2d requires a 3D or 4D tensor as input",
        `got ${input.ndim} dimensions`,
      );
    }
    return softmax(input, -3);
  }
}
