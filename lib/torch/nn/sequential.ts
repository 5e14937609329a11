import { isKeywords } from "../arguments";
import { IndexError, TypeMismatch } from "../errors";
import { type Tensor, typeName } from "../tensor";
import { type AnyModule, type Layer, Module } from "./module";

/** The members of a `Sequential` stand under their positions: `net[0]`. */
export interface Sequential {
  readonly [position: number]: Layer;
}

/**
 * Modules one after the other, each given what the one before returned. Members are named by position, or by the keys of
 * a plain object in place of Python's OrderedDict. Source: `torch.nn.Sequential`.
 * @example
 * new nn.Sequential(new nn.Linear(4, 3), new nn.ReLU()).length // => 2
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: members stand under their positions.
export class Sequential extends Module implements Iterable<Layer> {
  constructor(...modules: AnyModule[]);
  constructor(modules: Readonly<Record<string, AnyModule>>);
  constructor(...given: unknown[]) {
    super();
    const [first] = given;
    const entries =
      given.length === 1 && isKeywords(first)
        ? Object.entries(first)
        : given.map((m, i) => [String(i), m] as const);
    for (const [name, module] of entries) this.add_module(name, checkModule(module));
  }

  override forward(input: Tensor): Tensor {
    let value = input;
    for (const module of this._members()) value = module(value);
    return value;
  }

  /** The number of members. */
  override get length(): number {
    return this._members().length;
  }

  /** The member at a position; negative ones count from the end. */
  at(index: number): Layer {
    const members = this._members();
    const found = members.at(index);
    if (found === undefined) {
      throw new IndexError(
        "nn.Sequential",
        `index ${index} is out of range`,
        `it has ${members.length} members`,
      );
    }
    return found;
  }

  /** Adds a module at the end. Returns the network. */
  append(module: AnyModule): this {
    this.add_module(String(this.length), checkModule(module));
    return this;
  }

  [Symbol.iterator](): Iterator<Layer> {
    return this._members()[Symbol.iterator]();
  }
}

function checkModule(value: unknown): Module {
  if (value instanceof Module) return value;
  throw new TypeMismatch(
    "nn.Sequential",
    `${typeName(value)} is not a Module subclass`,
    typeof value === "function" ? "give an instance: new nn.ReLU()" : undefined,
  );
}
