import torch, { nn, type Tensor } from "@/lib/torch";
import { kindOf } from "../check";

const WHO = "lab.init.delta_orthogonal_";

/**
 * A convolution that keeps the length of its input: `gain` (1) times a uniform orthogonal map between the channels at the
 * kernel's centre, and 0 elsewhere. With padding "same" each place of the output is H·x of the same place of the input,
 * with HᵀH = 1, so that a deep linear network of such layers is an isometry however deep it is.
 *
 * Weight (out, in, k…) with 1 to 3 kernel dimensions; the centre is (k - 1)/2 rounded down, where "same" puts it.
 * Draws as `nn.init.orthogonal_` of shape (out, in). Returns the weight.
 * Errors: other numbers of dimensions; in above out, for which no such map keeps every length.
 *
 * Xiao, Bahri, Sohl-Dickstein, Schoenholz & Pennington 2018 (arXiv:1806.05393), algorithm 1. PyTorch has no such function.
 * @example
 * lab.init.delta_orthogonal_(new nn.Conv2d(16, 32, 3, { padding: "same" }).weight)
 */
export function delta_orthogonal_<T extends Tensor>(tensor: T, gain = 1): T {
  checkWeight(tensor);
  if (typeof gain !== "number" || !Number.isFinite(gain)) {
    throw new TypeError(
      `${WHO}: gain is a finite number, got ${typeof gain === "number" ? gain : kindOf(gain)}. nn.init.calculate_gain gives one by name.`,
    );
  }
  const [outputs, inputs, ...kernel] = tensor.shape as [number, number, ...number[]];
  const drawn = nn.init.orthogonal_(torch.empty([outputs, inputs], { dtype: tensor.dtype }), gain);
  return torch.no_grad(() => {
    tensor.zero_();
    let centre: Tensor = tensor;
    for (const size of kernel) centre = centre.select(2, Math.floor((size - 1) / 2));
    centre.copy_(drawn);
    return tensor;
  });
}

function checkWeight(tensor: unknown): asserts tensor is Tensor {
  if (!(tensor instanceof torch.Tensor)) {
    throw new TypeError(
      `${WHO}: fills the weight of a convolution, got ${kindOf(tensor)}. Pass layer.weight.`,
    );
  }
  const { shape } = tensor;
  if (shape.length < 3 || shape.length > 5) {
    throw new RangeError(
      `${WHO}: needs a weight of 3, 4 or 5 dimensions, got shape [${shape}]. For a matrix use nn.init.orthogonal_.`,
    );
  }
  if (shape[1]! > shape[0]!) {
    throw new RangeError(
      `${WHO}: needs at least as many output as input channels, got ${shape[0]} and ${shape[1]}: fewer cannot keep every length.`,
    );
  }
  if (shape.includes(0)) throw new RangeError(`${WHO}: needs a kernel with a centre, got shape [${shape}].`);
}
