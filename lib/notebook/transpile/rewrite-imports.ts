import type { ImportDeclaration } from "acorn";
import { RUNTIME } from "./contract";

/** The statements that fetch a module and declare what an import names of it. */
export function importCalls(node: ImportDeclaration): string {
  const bound = node.specifiers.map((specifier) => ({
    local: specifier.local.name,
    name: exportOf(specifier),
  }));
  const names = bound.flatMap(({ name }) => (name === "*" ? [] : [name]));
  const declares = bound.map(({ local, name }) => {
    const value = name === "*" ? "m" : `m[${JSON.stringify(name)}]`;
    return `${RUNTIME}.declare("import",${JSON.stringify(local)},${value});`;
  });
  const fetched = `${RUNTIME}.module(${JSON.stringify(node.source.value)},${JSON.stringify(names)})`;
  return `const m=${fetched};${declares.join("")}`;
}

/** The export that a specifier asks for; `*` for the whole namespace. */
export function exportOf(specifier: ImportDeclaration["specifiers"][number]): string {
  switch (specifier.type) {
    case "ImportDefaultSpecifier":
      return "default";
    case "ImportNamespaceSpecifier":
      return "*";
    case "ImportSpecifier":
      return specifier.imported.type === "Identifier"
        ? specifier.imported.name
        : String(specifier.imported.value);
  }
}

/** `import {} from "m"` is what is left of an import of types only: it imports nothing. */
export function isErasedImport(node: ImportDeclaration, code: string): boolean {
  return node.specifiers.length === 0 && code.slice(node.start, node.source.start).includes("{");
}
