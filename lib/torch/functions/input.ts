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

type MethodName = {
  [K in keyof Tensor]: Tensor[K] extends (...given: never[]) => unknown ? K : never;
}[keyof Tensor] &
  string;

/** `torch.name(x, …)` for each signature of the method `x.name(…)`. */
type AsFunction<F> = F extends {
  (...a: infer A): infer RA;
  (...b: infer B): infer RB;
  (...c: infer C): infer RC;
  (...d: infer D): infer RD;
}
  ? {
      (input: Tensor, ...a: A): RA;
      (input: Tensor, ...b: B): RB;
      (input: Tensor, ...c: C): RC;
      (input: Tensor, ...d: D): RD;
    }
  : never;

/** `torch.name(x, …)` for the method `x.name(…)`, with each of its signatures (four at the most). */
export function functionOf<K extends MethodName>(name: K): AsFunction<Tensor[K]> {
  const call = (input: Tensor, ...rest: never[]): unknown => {
    checkInput(name, input);
    return (input[name] as (...rest: never[]) => unknown).apply(input, rest);
  };
  return call as AsFunction<Tensor[K]>;
}

/** Throws PyTorch's sentence unless the second argument of `torch.name(…)` is a tensor. */
export function checkSecond(name: string, argument: string, value: unknown): asserts value is Tensor {
  if (isTensor(value)) return;
  throw new TypeMismatch(
    `torch.${name}`,
    `${name}(): argument '${argument}' (position 2) must be Tensor, not ${typeName(value)}`,
    "write torch.tensor(…)",
  );
}

/** `torch.name(x, y)` for a method that takes another tensor. */
export function tensorFunction<K extends MethodName>(name: K, argument = "other"): AsFunction<Tensor[K]> {
  const call = functionOf(name) as (...given: never[]) => unknown;
  const checked = (input: Tensor, ...rest: never[]): unknown => {
    checkInput(name, input);
    checkSecond(name, argument, rest[0]);
    return call(input as never, ...rest);
  };
  return checked as AsFunction<Tensor[K]>;
}
