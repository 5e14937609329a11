import { IndexError, RuntimeError, TypeMismatch } from "../errors";
import { isTensor, Slice, type Tensor, typeName } from "../tensor";
import { Module } from "./module";
import { Parameter } from "./parameter";

/** The members of a `ParameterList` stand under their positions: `weights[0]`. */
export interface ParameterList {
  readonly [position: number]: Parameter;
}

/** A line of the text of a list or dictionary of parameters. */
export function memberLine(key: string | number, value: unknown, type: (tensor: Tensor) => string): string {
  if (!isTensor(value)) return `  (${key}): Object of type: ${typeName(value)}`;
  const kind = value instanceof Parameter ? "Parameter" : "Tensor";
  return `  (${key}): ${kind} containing: [${type(value)} of size ${value.shape.join("x")}]`;
}

/** A plain tensor becomes a parameter; anything else stays as it is. */
export function toMember(value: unknown): unknown {
  return isTensor(value) && !(value instanceof Parameter) ? new Parameter(value) : value;
}

/**
 * Parameters in a list, so that the module that holds it knows them; tensors become parameters. Other values may stand in it
 * too, and are no parameters. Source: `torch.nn.ParameterList`.
 * @example
 * new nn.ParameterList([torch.zeros(2, 3)]) // => ParameterList(  (0): Parameter containing: [torch.float32 of size 2x3])
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: members stand under their positions.
export class ParameterList extends Module implements Iterable<Parameter> {
  /** @internal */
  _size = 0;

  constructor(values?: Iterable<unknown> | null) {
    super();
    if (values !== undefined && values !== null) this.extend(values);
  }

  /** The number of members. */
  override get length(): number {
    return this._size;
  }

  /** @internal */
  _position(index: number): number {
    const size = this._size;
    if (!Number.isInteger(index) || index < -size || index >= size) {
      throw new IndexError("nn.ParameterList", `index ${index} is out of range`, `it has ${size} members`);
    }
    return index < 0 ? index + size : index;
  }

  /** The member at a position, negative ones counted from the end; for `torch.slice(…)` a list of those members. */
  at(index: number): Parameter;
  at(index: Slice): ParameterList;
  at(index: number | Slice): Parameter | ParameterList {
    if (!(index instanceof Slice)) return Reflect.get(this, String(this._position(index))) as Parameter;
    const { start, stop, step } = index.within(this._size);
    return new ParameterList([...this].filter((_, i) => i >= start && i < stop && (i - start) % step === 0));
  }

  /** Python's `members[index] = value`. Returns the list. */
  set(index: number, value: unknown): this {
    Reflect.set(this, String(this._position(index)), toMember(value));
    return this;
  }

  /** Adds a member at the end. Returns the list. */
  append(value: unknown): this {
    this._size++;
    return this.set(this._size - 1, value);
  }

  /** Adds members at the end. Returns the list. */
  extend(values: Iterable<unknown>): this {
    if (isTensor(values) || typeof Reflect.get(Object(values), Symbol.iterator) !== "function") {
      throw new TypeMismatch(
        "nn.ParameterList.extend",
        `ParameterList.extend should be called with an iterable, but got ${typeName(values)}`,
      );
    }
    for (const value of [...values]) this.append(value);
    return this;
  }

  override forward(): never {
    throw new RuntimeError("nn.ParameterList", "ParameterList should not be called.");
  }

  override extra_repr(): string {
    return [...this].map((value, i) => memberLine(i, value, ({ dtype }) => String(dtype))).join("\n");
  }

  *[Symbol.iterator](): Iterator<Parameter> {
    for (let i = 0; i < this._size; i++) yield Reflect.get(this, String(i)) as Parameter;
  }
}
