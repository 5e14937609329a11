import { TypeMismatch, ValueError } from "../errors";
import { typeName } from "../tensor";

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

/** Throws unless `name` can stand in a dotted path. */
export function checkName(kind: "parameter" | "buffer" | "module", name: unknown): void {
  const call = "nn.Module";
  if (typeof name !== "string") {
    throw new TypeMismatch(call, `${kind} name should be a string. Got ${typeName(name)}`);
  }
  if (name === "") throw new ValueError(call, `${kind} name can't be empty string ""`);
  if (name.includes(".")) throw new ValueError(call, `${kind} name can't contain "."`, `got "${name}"`);
}
