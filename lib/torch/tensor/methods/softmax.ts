import { RESULT, saving } from "../derivatives";
import type { DType } from "../dtype";
import { withGradMode } from "../grad";
import { record } from "../make";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorProducts } from "./products";

/** `softmax` and `log_softmax` can convert first. */
export type SoftmaxOptions = { dtype?: DType };

/** The exponentials along a dimension, the largest being 1, and their logarithm's argument. */
function shifted(x: Tensor, dim: number): Tensor {
  return x.sub(x.max(dim, true).values);
}

/** The methods that turn values into shares of 1. */
export abstract class TensorSoftmax extends TensorProducts {
  #converted({ dtype }: SoftmaxOptions): Tensor {
    return dtype === undefined ? this.self : this.self.to(dtype);
  }

  /**
   * `e^x / Σ e^x` along a dimension: positive values whose sum is 1.
   * @example
   * torch.zeros(4).softmax(0) // => tensor([0.2500, 0.2500, 0.2500, 0.2500])
   */
  softmax(dim: number, options: SoftmaxOptions = {}): Tensor {
    const x = this.#converted(options);
    const result = withGradMode(false, () => {
      const exponentials = shifted(x, dim).exp();
      return exponentials.div(exponentials.sum(dim, true));
    });
    return record("SoftmaxBackward0", [x], result[STRIDED], [
      saving([RESULT], (grad, y) => {
        const weighted = grad.mul(y);
        return weighted.sub(y.mul(weighted.sum(dim, true)));
      }),
    ]);
  }

  /**
   * `ln softmax(x)`, computed without overflow: `x - max - ln Σ e^(x - max)`.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).log_softmax(1) // => tensor([[-0.9741, -0.4741],\n        [-1.3133, -0.3133]])
   */
  log_softmax(dim: number, options: SoftmaxOptions = {}): Tensor {
    const x = this.#converted(options);
    const result = withGradMode(false, () => {
      const low = shifted(x, dim);
      return low.sub(low.exp().sum(dim, true).log());
    });
    return record("LogSoftmaxBackward0", [x], result[STRIDED], [
      saving([RESULT], (grad, y) => grad.sub(y.exp().mul(grad.sum(dim, true)))),
    ]);
  }

  /**
   * `ln Σ e^x` along a dimension, computed without overflow.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).logsumexp(1) // => tensor([2.4741, 4.3133])
   */
  logsumexp(dim: number, keepdim = false): Tensor {
    const x = this.self;
    const result = withGradMode(false, () => {
      const { values } = x.max(dim, true);
      const highest = values.where(values.isfinite(), 0);
      const sum = x.sub(highest).exp().sum(dim, true).log().add(highest);
      return keepdim ? sum : sum.squeeze(dim);
    });
    return record("LogsumexpBackward0", [x], result[STRIDED], [
      saving([x, RESULT], (grad, x, y) => {
        if (keepdim || x.ndim === 0) return grad.mul(x.sub(y).exp());
        return grad.unsqueeze(dim).mul(x.sub(y.unsqueeze(dim)).exp());
      }),
    ]);
  }
}
