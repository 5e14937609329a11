import { bindArguments } from "../arguments";
import { TypeMismatch } from "../errors";
import { type Tensor, typeName } from "../tensor";
import type { Rest } from "./arguments";

type Setting = number | boolean | string;
type Widened<T> = { [K in keyof T]: T[K] extends boolean ? boolean : T[K] extends number ? number : T[K] };

/** The arguments of a function that can work in place and has no other setting. */
export type InplaceRest = Rest<[inplace: boolean], { inplace?: boolean }>;

/** The keyword of functions that add a bias, and what they take after the weight. */
export type BiasOptions = { bias?: Tensor | null };
export type BiasRest = [bias?: Tensor | null] | [options?: BiasOptions];

const KINDS: Readonly<Record<string, string>> = { number: "Number", boolean: "bool", string: "str" };

/**
 * The settings of a function of `nn.functional`, by place in the order of `defaults`, or in one plain object. What is of
 * another type than its default is refused: an object would count as true, and a tensor as a number.
 */
export function settingsOf<T extends Record<string, Setting>>(
  call: string,
  given: readonly unknown[],
  defaults: T,
): Widened<T> {
  const names = Object.keys(defaults);
  const bound = bindArguments<T>(call, given, { names });
  const name = call.slice(call.lastIndexOf(".") + 1);
  for (const [key, value] of Object.entries(bound)) {
    const kind = typeof defaults[key];
    if (typeof value === kind) continue;
    throw new TypeMismatch(
      call,
      `${name}(): argument '${key}' (position ${names.indexOf(key) + 2}) must be ${KINDS[kind]}, not ${typeName(value)}`,
    );
  }
  return { ...defaults, ...bound } as Widened<T>;
}

/** The result, written into the input if that was asked for. */
export function finish(input: Tensor, result: Tensor, inplace: boolean): Tensor {
  return inplace ? input.copy_(result) : result;
}
