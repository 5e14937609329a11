import { AttributeError } from "../errors";
import { pytorchNames } from "../near-names";

/**
 * Methods of PyTorch's modules that this engine lacks say so when they are read. Any other name that a module lacks is
 * undefined, since modules carry what their authors assign to them, and such a name may be assigned too.
 */
export function nameAbsentMethods(prototype: object): void {
  for (const name of pytorchNames("nn.Module")) {
    if (name in prototype) continue;
    Object.defineProperty(prototype, name, {
      get() {
        throw new AttributeError(
          "nn.Module",
          `Module.${name} is not part of this engine, though PyTorch has it`,
        );
      },
      set(value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
      configurable: true,
      enumerable: false,
    });
  }
}
