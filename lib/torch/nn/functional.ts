import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { RuntimeError, TypeMismatch } from "../errors";
import {
  isTensor,
  mmDerivatives,
  record,
  renameNode,
  type SoftmaxOptions,
  STRIDED,
  type Tensor,
  typeName,
} from "../tensor";
import { warn } from "../warnings";
import { type BiasOptions, type BiasRest, type InplaceRest, settingsOf } from "./settings";

/**
 * `input · weightᵀ + bias`. Shapes: (…, in) · (out, in) → (…, out).
 * Errors: `mat1 and mat2 shapes cannot be multiplied (AxB and CxD)`, `mat1 and mat2 must have the same dtype`.
 * Source: `torch.nn.functional.linear`.
 * @example
 * F.linear(torch.ones(1, 2), torch.ones(3, 2), torch.zeros(3)) // => tensor([[2., 2., 2.]])
 */
export function linear(input: Tensor, weight: Tensor, ...given: BiasRest): Tensor {
  const call = "nn.functional.linear";
  const { bias = null } = bindArguments<BiasOptions>(call, given, { names: ["bias"] });
  checkInput(call, input);
  const rows = input.shape.slice(0, -1);
  checkDtypes(call, input, { weight, bias });
  const [out = 0, features = 0] = weight.shape;
  const [width = 1] = input.shape.slice(-1);
  if (width !== features) {
    const count = rows.reduce((product, size) => product * size, 1);
    throw new RuntimeError(
      call,
      `mat1 and mat2 shapes cannot be multiplied (${count}x${width} and ${features}x${out})`,
      `the input's last size must be in_features = ${features}, got shape [${input.shape.join(", ")}]`,
    );
  }
  const transposed = weight.t();
  if (bias === null || input.ndim !== 2) {
    const product = input.matmul(transposed);
    if (bias === null) return product;
    return renameNode(product.add(bias), input.ndim === 1 ? "AddBackward0" : "ViewBackward0");
  }
  // The bias goes into the product in place: a second tensor of that size would cost more than the sum.
  const sum = no_grad(() => input.mm(transposed).add_(bias));
  const products = mmDerivatives(input, transposed);
  return record("AddmmBackward0", [bias, input, transposed], sum[STRIDED], [(grad) => grad, ...products]);
}

/** Throws PyTorch's sentence unless a function was given a tensor. */
export function checkInput(call: string, input: unknown): asserts input is Tensor {
  if (isTensor(input)) return;
  throw new TypeMismatch(
    call,
    `${call.slice(call.lastIndexOf(".") + 1)}(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`,
    Array.isArray(input) ? "write torch.tensor([…])" : undefined,
  );
}

function checkDtypes(
  call: string,
  input: Tensor,
  { weight, bias }: { weight: Tensor; bias: Tensor | null },
): void {
  if (input.dtype === weight.dtype) return;
  const sentence =
    bias !== null && input.ndim > 1
      ? "mat1 and mat2 must have the same dtype"
      : `expected scalar type ${input.dtype.scalarName} but found ${weight.dtype.scalarName}`;
  throw new RuntimeError(
    call,
    sentence,
    `got ${input.dtype.scalarName} and ${weight.dtype.scalarName}; convert the input: x.to(torch.${weight.dtype.name})`,
  );
}

/**
 * The rectified linear unit, max(x, 0). Source: `torch.nn.functional.relu`.
 * @example
 * F.relu(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.0000, 0.5000, 2.0000])
 */
export function relu(input: Tensor, ...given: InplaceRest): Tensor {
  const call = "nn.functional.relu";
  checkInput(call, input);
  const { inplace } = settingsOf(call, given, { inplace: false });
  return inplace ? input.relu_() : input.relu();
}

/**
 * The hyperbolic tangent.
 * @example
 * F.tanh(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.9051,  0.4621,  0.9640])
 */
export function tanh(input: Tensor): Tensor {
  checkInput("nn.functional.tanh", input);
  return input.tanh();
}

/**
 * 1 / (1 + e^-x).
 * @example
 * F.sigmoid(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.1824, 0.6225, 0.8808])
 */
export function sigmoid(input: Tensor): Tensor {
  checkInput("nn.functional.sigmoid", input);
  return input.sigmoid();
}

type SoftmaxArguments = SoftmaxOptions & { dim?: number | null };
/** What the softmaxes take: `dim` by place or by name. */
export type SoftmaxRest = [dim: number | null, options?: SoftmaxOptions] | [options?: SoftmaxArguments];

/** Gives the arguments their names. Without `dim`, PyTorch guesses it from the shape, with a warning. */
export function bindSoftmax(
  call: string,
  input: Tensor,
  given: SoftmaxRest,
): SoftmaxOptions & { dim: number } {
  const { dim, ...options } = bindArguments<SoftmaxArguments>(call, given, {
    names: ["dim"],
    only: ["dtype"],
  });
  return { ...options, dim: dim ?? guessDimension(call, input) };
}

/** PyTorch's guess of the classes' dimension. */
export function guessDimension(call: string, input: Tensor): number {
  const name = call.slice(call.lastIndexOf(".") + 1);
  warn(
    `Implicit dimension choice for ${name} has been deprecated. Change the call to include dim=X as an argument.`,
  );
  return input.ndim === 0 || input.ndim === 1 || input.ndim === 3 ? 0 : 1;
}

/**
 * `e^x / Σ e^x` along a dimension; see `Tensor.softmax`.
 * @example
 * F.softmax(torch.tensor([0.5, 1, 2]), 0) // => tensor([0.1402, 0.2312, 0.6285])
 */
export function softmax(input: Tensor, ...given: SoftmaxRest): Tensor {
  const call = "nn.functional.softmax";
  checkInput(call, input);
  const { dim, ...options } = bindSoftmax(call, input, given);
  return input.softmax(dim, options);
}

/**
 * `ln softmax(x)` along a dimension; see `Tensor.log_softmax`.
 * @example
 * F.log_softmax(torch.tensor([0.5, 1, 2]), 0) // => tensor([-1.9644, -1.4644, -0.4644])
 */
export function log_softmax(input: Tensor, ...given: SoftmaxRest): Tensor {
  const call = "nn.functional.log_softmax";
  checkInput(call, input);
  const { dim, ...options } = bindSoftmax(call, input, given);
  return input.log_softmax(dim, options);
}
