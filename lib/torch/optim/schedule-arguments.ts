import { bindArguments } from "../arguments";
import { TypeMismatch } from "../errors";

/** Gives the arguments of a schedule their names, as Python does; the first `required` of them must be given. */
export function bindSchedule<T extends object>(
  name: string,
  given: readonly unknown[],
  { names, required = 0 }: { names: readonly (keyof T & string)[]; required?: number },
): Partial<T> {
  const call = `optim.lr_scheduler.${name}`;
  const bound = bindArguments<T>(call, given, { names });
  const missing = names.slice(0, required).find((key) => bound[key] === undefined);
  if (missing !== undefined)
    throw new TypeMismatch(call, `${name}.__init__() missing 1 required positional argument: '${missing}'`);
  return bound;
}
