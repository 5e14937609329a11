import { bool, type DType, float32, promoteTypes, promotionOf, type Scalar, type Tensor } from "../tensor";
import { checkInput } from "./input";

/**
 * Whether the values of a tensor are floating point. Source: `torch.is_floating_point`.
 * @example
 * torch.is_floating_point(torch.tensor([1, 2])) // => false
 */
export function is_floating_point(input: Tensor): boolean {
  checkInput("is_floating_point", input);
  return input.is_floating_point();
}

/**
 * Whether the values of a tensor are complex: never, since there are no complex dtypes here. Source: `torch.is_complex`.
 * @example
 * torch.is_complex(torch.ones(2)) // => false
 */
export function is_complex(input: Tensor): boolean {
  checkInput("is_complex", input);
  return false;
}

/**
 * Whether values of a tensor's dtype can be negative: all but bools. Source: `torch.is_signed`.
 * @example
 * torch.is_signed(torch.tensor([true])) // => false
 */
export function is_signed(input: Tensor): boolean {
  checkInput("is_signed", input);
  return input.dtype !== bool;
}

/**
 * The dtype that the sum of two tensors or numbers has. Source: `torch.result_type`.
 * @example
 * torch.result_type(torch.tensor([1, 2]), 1.5) // => torch.float32
 */
export function result_type(tensor1: Tensor | Scalar, tensor2: Tensor | Scalar): DType {
  return promotionOf([tensor1, tensor2]);
}

/**
 * The smaller of the dtypes that hold the values of both. Source: `torch.promote_types`.
 * @example
 * torch.promote_types(torch.int64, torch.float16) // => torch.float16
 */
export function promote_types(type1: DType, type2: DType): DType {
  return promoteTypes(type1, type2);
}

/**
 * The dtype of what is made of numbers with a fraction: float32, which cannot be changed here. Source: `torch.get_default_dtype`.
 * @example
 * torch.get_default_dtype() // => torch.float32
 */
export function get_default_dtype(): DType {
  return float32;
}
