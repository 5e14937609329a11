import { TypeMismatch } from "../errors";
import { isTensor, type Tensor, typeName } from "../tensor";

/** Throws PyTorch's sentence unless the first argument of `torch.name(…)` is a tensor. */
export function checkInput(name: string, input: unknown): asserts input is Tensor {
  if (isTensor(input)) return;
  throw new TypeMismatch(
    `torch.${name}`,
    `${name}(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`,
    Array.isArray(input) || typeof input === "number"
      ? "write torch.tensor(…), or use Math for plain numbers"
      : undefined,
  );
}

/** The methods that take nothing and give a tensor. */
type UnaryMethod = {
  [K in keyof Tensor]: Tensor[K] extends () => Tensor ? K : never;
}[keyof Tensor] &
  string;

/** `torch.name(x)` for the method `x.name()`. */
export function unaryFunction(name: UnaryMethod): (input: Tensor) => Tensor {
  return (input) => {
    checkInput(name, input);
    return input[name]();
  };
}
