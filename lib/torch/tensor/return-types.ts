import type { Tensor } from "./tensor";

class ReturnTypes implements Iterable<Tensor> {
  readonly #call: string;
  readonly #fields: Readonly<Record<string, Tensor>>;

  constructor(call: string, fields: Readonly<Record<string, Tensor>>) {
    this.#call = call;
    this.#fields = fields;
    Object.assign(this, fields);
    Object.values(fields).forEach((value, index) => {
      Object.defineProperty(this, index, { value, enumerable: false });
    });
  }

  [Symbol.iterator](): Iterator<Tensor> {
    return Object.values(this.#fields).values();
  }

  toString(): string {
    const lines = Object.entries(this.#fields).map(([name, value]) => `${name}=${value}`);
    return `torch.return_types.${this.#call}(\n${lines.join(",\n")})`;
  }
}

/** Several tensors under names, which can also be taken apart by position: `const [values, indices] = x.sort()`. */
export type NamedTensors<Name extends string> = { readonly [name in Name]: Tensor } & {
  readonly [index: number]: Tensor;
} & Iterable<Tensor>;

/** What PyTorch gives as a named tuple, `torch.return_types.call(…)`; its text is PyTorch's. */
export function namedTensors<Name extends string>(
  call: string,
  fields: Readonly<Record<Name, Tensor>>,
): NamedTensors<Name> {
  return new ReturnTypes(call, fields) as unknown as NamedTensors<Name>;
}

/** What `sort`, `topk`, `cummax` and their kin give. */
export type ValuesAndIndices = NamedTensors<"values" | "indices">;
