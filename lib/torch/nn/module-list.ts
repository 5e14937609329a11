import { IndexError } from "../errors";
import { MemberList } from "./member-list";
import type { AnyModule, Layer } from "./module";

/** The members of a `ModuleList` stand under their positions: `layers[0]`. */
export interface ModuleList {
  readonly [position: number]: Layer;
}

/**
 * Modules in a list, so that the network that holds it knows them: a plain array would hide their parameters. It has no
 * `forward`; write the loop. Source: `torch.nn.ModuleList`.
 * @example
 * new nn.ModuleList([new nn.Linear(2, 2), new nn.ReLU()]).append(new nn.Tanh()).length // => 3
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: members stand under their positions.
export class ModuleList extends MemberList {
  constructor(modules?: Iterable<AnyModule> | null) {
    super();
    if (modules !== undefined && modules !== null) this.extend(modules);
  }

  /** @internal */
  override _empty(): this {
    return new ModuleList() as this;
  }

  /** @internal */
  override _named(entries: readonly (readonly [string, Layer])[]): readonly (readonly [string, Layer])[] {
    return entries.map(([, member], i) => [String(i), member]);
  }

  /** Puts a module before the one at `index`. */
  insert(index: number, module: AnyModule): void {
    const members: AnyModule[] = [...this];
    if (!Number.isInteger(index) || index < 0 || index > members.length) {
      throw new IndexError("nn.ModuleList.insert", `index ${index} is out of range`, "count from the front");
    }
    members.splice(index, 0, module);
    this._renumber(members);
  }
}
