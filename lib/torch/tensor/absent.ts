import { AttributeError } from "../errors";
import { guardInstances } from "../guard";

const ADVICE: Readonly<Record<string, string>> = {
  apply: "apply belongs to modules: model.apply(f), not model(x).apply(f)",
  numpy: "write t.toTypedArray() for the values in a row, t.tolist() for nested arrays",
};

/** Makes a tensor say of a name that it lacks whether PyTorch has it, or which one was meant. */
export function guardTensors(prototype: object): void {
  for (const [name, advice] of Object.entries(ADVICE)) {
    const get = () => {
      throw new AttributeError("Tensor", `'Tensor' object has no attribute '${name}'`, advice);
    };
    Object.defineProperty(prototype, name, { get, configurable: true, enumerable: false });
  }
  let names: readonly string[] | undefined;
  const members = () => {
    names ??= namesOf(prototype);
    return names;
  };
  let root = prototype;
  while (Object.getPrototypeOf(root) !== Object.prototype) root = Object.getPrototypeOf(root) as object;
  guardInstances(root, { name: (tensor) => tensor.constructor.name, path: "Tensor", members });
}

/** The public names of a class, its own and those that it inherits. */
function namesOf(prototype: object): string[] {
  const names: string[] = [];
  let at: object | null = prototype;
  for (; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null)
    names.push(...Object.getOwnPropertyNames(at));
  return names.filter((name) => !name.startsWith("_") && name !== "constructor");
}
