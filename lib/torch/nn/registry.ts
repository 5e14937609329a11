import { TypeMismatch } from "../errors";
import { isTensor, type Tensor } from "../tensor";
import type { PropertyWatcher } from "./callable";
import { Parameter } from "./parameter";
import { registeredType } from "./text";

/**
 * The parameters, buffers and submodules of one module, in the order in which each name was first assigned.
 * Follows `Module.__setattr__`: assigning a Parameter or Module registers it.
 */
export class Registry<M extends object> implements PropertyWatcher {
  readonly parameters = new Map<string, Parameter | null>();
  readonly buffers = new Map<string, Tensor | null>();
  readonly modules = new Map<string, M | null>();
  /** The buffers that are no part of the state. */
  readonly transient = new Set<string>();
  readonly #isModule: (value: unknown) => value is M;

  constructor(isModule: (value: unknown) => value is M) {
    this.#isModule = isModule;
  }

  define(key: string, value: unknown): void {
    if (value instanceof Parameter) {
      this.buffers.delete(key);
      this.modules.delete(key);
      this.parameters.set(key, value);
    } else if (this.parameters.has(key)) {
      refuseUnlessNull(value, `parameter '${key}' (torch.nn.Parameter or None expected)`);
      this.parameters.set(key, null);
    } else if (this.#isModule(value)) {
      this.buffers.delete(key);
      this.modules.set(key, value);
    } else if (this.modules.has(key)) {
      refuseUnlessNull(value, `child module '${key}' (torch.nn.Module or None expected)`);
      this.modules.set(key, null);
    } else if (this.buffers.has(key)) {
      if (!isTensor(value)) refuseUnlessNull(value, `buffer '${key}' (torch.Tensor or None expected)`);
      this.buffers.set(key, isTensor(value) ? value : null);
    }
  }

  remove(key: string): void {
    this.parameters.delete(key);
    this.buffers.delete(key);
    this.modules.delete(key);
    this.transient.delete(key);
  }
}

function refuseUnlessNull(value: unknown, place: string): void {
  if (value === null) return;
  const shown = registeredType(value);
  throw new TypeMismatch(
    "nn.Module",
    `cannot assign '${shown}' as ${place}`,
    value === undefined
      ? "a class field without a value hides an inherited one; write `declare` before it"
      : "wrap a tensor in new nn.Parameter(…)",
  );
}
