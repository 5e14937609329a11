import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { arange, type Tensor, zeros } from "../../tensor";
import { checkInput } from "../functional";

/**
 * Each class as a row of zeros with a 1 in its place, of dtype int64. `num_classes` is one more than the largest unless given.
 * Shapes: (…) → (…, num_classes). Errors: tensors that are not int64, negative classes, classes beyond `num_classes`.
 * Source: `torch.nn.functional.one_hot`.
 * @example
 * F.one_hot(torch.tensor([1, 0]), 3) // => tensor([[0, 1, 0],\n        [1, 0, 0]])
 */
export function one_hot(
  input: Tensor,
  ...given: [num_classes?: number] | [options?: { num_classes?: number }]
): Tensor {
  const call = "nn.functional.one_hot";
  checkInput(call, input);
  const names = { names: ["num_classes"] } as const;
  const { num_classes = -1 } = bindArguments<{ num_classes: number }>(call, given, names);
  if (input.dtype.name !== "int64") {
    throw new RuntimeError(call, "one_hot is only applicable to index tensor.", "write x.long()");
  }
  if (input.numel() === 0) {
    if (num_classes > 0) return zeros([...input.shape, num_classes], { dtype: input.dtype });
    throw new RuntimeError(call, "Can not infer total number of classes from empty tensor.");
  }
  if (input.lt(0).any().item()) throw new RuntimeError(call, "Class values must be non-negative.");
  const largest = Number(input.max().item());
  if (num_classes !== -1 && largest >= num_classes) {
    throw new RuntimeError(
      call,
      "Class values must be smaller than num_classes.",
      `got class ${largest} of ${num_classes} classes`,
    );
  }
  const count = num_classes === -1 ? largest + 1 : num_classes;
  return input.unsqueeze(-1).eq(arange(count)).to(input.dtype);
}
