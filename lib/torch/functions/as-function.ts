import type { Tensor } from "../tensor";
import { checkInput } from "./input";

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

type MethodName = {
  [K in keyof Tensor]: Tensor[K] extends (...given: never[]) => unknown ? K : never;
}[keyof Tensor] &
  string;

/** `torch.name(x, …)` for the method `x.name(…)`. */
export function asFunction<K extends MethodName>(name: K): AsFunction<Tensor[K]> {
  const call = (input: Tensor, ...rest: never[]): unknown => {
    checkInput(name, input);
    return (input[name] as (...rest: never[]) => unknown).apply(input, rest);
  };
  return call as AsFunction<Tensor[K]>;
}
