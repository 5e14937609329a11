import { isKeywords } from "../arguments";
import { AssertionError, IndexError } from "../errors";
import type { Tensor } from "../tensor";
import { MemberList } from "./member-list";
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
export class Sequential extends MemberList {
  constructor(...modules: AnyModule[]);
  constructor(modules: Readonly<Record<string, AnyModule>>);
  constructor(...given: unknown[]) {
    super();
    const [first] = given;
    const entries =
      given.length === 1 && isKeywords(first)
        ? Object.entries(first)
        : given.map((m, i) => [String(i), m] as const);
    for (const [name, module] of entries) this.add_module(name, module as AnyModule);
  }

  /** @internal */
  override _empty(): this {
    return new Sequential() as this;
  }

  override forward(input: Tensor): Tensor {
    let value = input;
    for (const module of this) value = module(value);
    return value;
  }

  /** Puts a module before the one at `index`; negative positions count from the end. Returns the network. */
  insert(index: number, module: AnyModule): this {
    const call = "nn.Sequential.insert";
    if (!(module instanceof Module)) {
      throw new AssertionError(call, "module should be of type: <class 'torch.nn.modules.module.Module'>");
    }
    const members: AnyModule[] = [...this];
    if (!Number.isInteger(index) || index < -members.length || index > members.length) {
      throw new IndexError(call, `Index out of range: ${index}`, `it has ${members.length} members`);
    }
    members.splice(index < 0 ? index + members.length : index, 0, module as AnyModule);
    this._renumber(members);
    return this;
  }
}
