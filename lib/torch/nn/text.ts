import { KeyError, TypeMismatch } from "../errors";
import { isTensor, typeName } from "../tensor";

/** PyTorch's text of a module: its name, its own line, and its children, each further in. */
export function moduleText(
  name: string,
  { extra, children }: { extra: string; children: ReadonlyMap<string, object | null> },
): string {
  const own = extra === "" ? [] : extra.split("\n");
  const below = [...children].map(
    ([key, module]) => `(${key}): ${String(module ?? "None").replaceAll("\n", "\n  ")}`,
  );
  if (own.length === 1 && below.length === 0) return `${name}(${own[0]})`;
  const lines = [...own, ...below];
  return lines.length === 0 ? `${name}()` : `${name}(\n  ${lines.join("\n  ")}\n)`;
}

/** What is registered under a name. */
export type Kind = "parameter" | "buffer" | "module";

/** Throws unless `name` can stand in a dotted path and is free, or holds something of the same kind. */
export function checkName(kind: Kind, name: unknown, isTaken: (name: string) => boolean): void {
  const call = "nn.Module";
  if (typeof name !== "string") {
    throw new TypeMismatch(call, `${kind} name should be a string. Got ${typeName(name)}`);
  }
  if (name.includes(".")) {
    throw new KeyError(call, `${kind} name can't contain "."${kind === "module" ? `, got: ${name}` : ""}`);
  }
  if (name === "") throw new KeyError(call, `${kind} name can't be empty string ""`);
  if (isTaken(name)) throw new KeyError(call, `attribute '${name}' already exists`);
}

/** PyTorch's name for a value's type in the sentences of registration: `torch.FloatTensor`, `int`. */
export function registeredType(value: unknown): string {
  return isTensor(value) ? `torch.${value.dtype.scalarName}Tensor` : typeName(value);
}
