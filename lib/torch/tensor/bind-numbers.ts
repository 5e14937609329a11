import { bindArguments, isKeywords, splitKeywords } from "../arguments";
import { TypeMismatch } from "../errors";
import { type Generator, toGenerator } from "../random";
import { warn } from "../warnings";
import { typeName } from "./operand";

/** The arguments of a draw by name, each number checked; one that is NaN is warned of. */
export function bindNumbers(
  call: string,
  given: readonly unknown[],
  defaults: Readonly<Record<string, number | undefined>>,
): { numbers: number[]; generator: Generator } {
  const names = Object.keys(defaults);
  const bound = bindArguments<Record<string, unknown>>(call, given, { names, only: ["generator"] });
  const method = call.slice(call.lastIndexOf(".") + 1);
  const keywords = given.at(-1);
  const numbers = names.map((name, position) => {
    const value = bound[name] === undefined ? defaults[name] : bound[name];
    if (value === undefined)
      throw new TypeMismatch(call, `${method}() missing 1 required positional arguments: "${name}"`);
    if (typeof value === "number") {
      // PyTorch lets some of these pass; a page full of nan should have said where it began.
      if (Number.isNaN(value)) warn(`${call}: ${name} is nan`);
      return value;
    }
    const place = isKeywords(keywords) && name in keywords ? "" : ` (position ${position + 1})`;
    throw new TypeMismatch(
      call,
      `${method}(): argument '${name}'${place} must be float, not ${typeName(value)}`,
    );
  });
  return { numbers, generator: toGenerator(call, bound.generator) };
}

/** PyTorch's error for arguments that fit none of a method's forms; `wayOut` says one that there is. */
export function invalidCombination(call: string, given: readonly unknown[], wayOut?: string): TypeMismatch {
  const { positional, keywords } = splitKeywords(given);
  const named = Object.entries(keywords).map(([name, value]) => `${name}=${typeName(value)}, `);
  const types = [...positional.map(typeName), named.join("")].filter((part) => part !== "");
  return new TypeMismatch(
    call,
    `${call.slice(call.lastIndexOf(".") + 1)}() received an invalid combination of arguments - got (${types.join(", ")})`,
    wayOut,
  );
}
