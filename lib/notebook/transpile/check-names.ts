import type { AnyNode } from "acorn";
import { ECMASCRIPT_GLOBALS } from "./builtins";
import { RUNTIME } from "./contract";
import type { Declaration } from "./declarations";
import type { Parsed } from "./parse";
import type { Reference } from "./scope";
import { CellSyntaxError } from "./syntax-error";
import { childrenOf } from "./tree";

/** Refuses what a cell may not do to names: take one of ECMAScript's, assign to its own `const` or import, use ours. */
export function checkNames({
  parsed: { program, place },
  declared,
  references,
}: {
  parsed: Parsed;
  declared: readonly Declaration[];
  references: readonly Reference[];
}): void {
  const refuse = (offset: number, message: string): never => {
    throw new CellSyntaxError(message, place(offset));
  };
  for (const { name, start } of declared)
    if (ECMASCRIPT_GLOBALS.has(name))
      refuse(
        start,
        `\`${name}\` is JavaScript's own, and all cells share it: choose another name, e.g. \`${otherName(name)}\``,
      );
  const kinds = new Map(declared.map(({ name, kind }) => [name, kind]));
  for (const { name, start, writes } of references) {
    const kind = writes ? kinds.get(name) : undefined;
    if (kind === "const")
      refuse(
        start,
        `Assignment to constant variable: \`${name}\` is a const. Declare it with \`let\` to assign to it later`,
      );
    if (kind === "import")
      refuse(start, `Assignment to constant variable: \`${name}\` is imported. Assign to a new name`);
  }
  checkReserved(program, refuse);
}

function checkReserved(node: AnyNode, refuse: (offset: number, message: string) => never): void {
  if (node.type === "Identifier" && node.name.startsWith(RUNTIME))
    refuse(node.start, `Names that begin with \`${RUNTIME}\` are the notebook's own: choose another name`);
  if (node.type === "MetaProperty" && node.meta.name === "import")
    refuse(node.start, "`import.meta` has no meaning in a cell: a cell has no address");
  if (node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node.source))
    refuse(
      node.start,
      "A cell exports nothing, since every cell sees what a cell declares: write `import` instead of `export`",
    );
  for (const child of childrenOf(node)) checkReserved(child, refuse);
}

/** `Map` → `myMap`, `undefined` → `myUndefined`. */
function otherName(name: string): string {
  return `my${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
