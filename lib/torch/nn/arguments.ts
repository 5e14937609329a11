import { bindArguments } from "../arguments";
import { TypeMismatch } from "../errors";
import { type DType, empty } from "../tensor";
import { Parameter } from "./parameter";

/** Positional arguments of which any number may be left out from the end, then keywords in one plain object. */
export type Rest<Positional extends readonly unknown[], Options> =
  | [options?: Options]
  | (Positional extends readonly [infer First, ...infer Others]
      ? [first: First | undefined, ...others: Rest<Others, Options>]
      : never);

/** One size for all spatial dimensions, or one for each. */
export type Sizes = number | readonly number[];

/** Keywords that every module with parameters has. */
export type ParameterOptions = { dtype?: DType };

type Names<T> = readonly (keyof T & string)[];

/** `'a', 'b', and 'c'`, as Python lists what is missing. */
function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(" and ");
  return `${quoted.slice(0, -1).join(", ")}, and ${quoted.at(-1)}`;
}

/** Gives the arguments of a module their names; `required` come first and must be there, `optional` follow in order. */
export function bindModule<T extends object>(
  call: string,
  given: readonly unknown[],
  { required = [], optional = [], only = [] }: { required?: Names<T>; optional?: Names<T>; only?: Names<T> },
): T {
  const bound = bindArguments<T & ParameterOptions>(call, given, {
    names: [...required, ...optional],
    only: [...only, "dtype"],
  });
  const missing = required.filter((name) => bound[name] === undefined);
  if (missing.length === 0) return bound as T;
  const name = call.slice(call.lastIndexOf(".") + 1);
  throw new TypeMismatch(
    call,
    `${name}.__init__() missing ${missing.length} required positional argument${missing.length > 1 ? "s" : ""}: ${listed(missing)}`,
  );
}

/** One number a dimension: a single number stands for all of them; an array is taken as it is. */
export function toSizes(value: Sizes, rank: number): readonly number[] {
  return Object.freeze(typeof value === "number" ? new Array<number>(rank).fill(value) : [...value]);
}

/** A parameter of this shape, to be filled by `reset_parameters`. */
export function emptyParameter(shape: readonly number[], dtype: DType | undefined): Parameter {
  return new Parameter(empty(shape, dtype === undefined ? {} : { dtype }));
}
