import type { AnyNode, Identifier } from "acorn";
import type { DeclarationKind } from "./contract";
import { hoistedVars, targetsOf } from "./tree";

/** A name that a scope declares. Before `initialised` (an offset) a use of it is an error. */
export type Declaration = { name: string; kind: DeclarationKind; start: number; initialised: number };

/** What the statements of a block bind in it: `let`, `const`, `class`, imports, and (code is strict) functions. */
export function lexicalDeclarations(statements: readonly AnyNode[]): Declaration[] {
  return statements.flatMap((node): Declaration[] => {
    switch (node.type) {
      case "VariableDeclaration": {
        const { kind } = node;
        if (kind !== "const" && kind !== "let") return [];
        return node.declarations.flatMap(({ id, end }) =>
          targetsOf(id).map((target) => declare(target, { kind, initialised: end })),
        );
      }
      case "FunctionDeclaration":
        return node.id ? [declare(node.id, { kind: "function", initialised: 0 })] : [];
      case "ClassDeclaration":
        return node.id ? [declare(node.id, { kind: "class", initialised: node.end })] : [];
      case "ImportDeclaration":
        return node.specifiers.map(({ local }) => declare(local, { kind: "import", initialised: 0 }));
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        return node.declaration ? lexicalDeclarations([node.declaration]) : [];
      default:
        return [];
    }
  });
}

/** The `var`s that are hoisted to the scope of these statements. */
export function varDeclarations(statements: readonly AnyNode[]): Declaration[] {
  return hoistedVars(statements).flatMap(({ node }) =>
    node.declarations.flatMap(({ id }) =>
      targetsOf(id).map((target) => declare(target, { kind: "var", initialised: 0 })),
    ),
  );
}

/** All that a function's body or a whole cell declares, in source order. */
export function allDeclarations(statements: readonly AnyNode[]): Declaration[] {
  return [...lexicalDeclarations(statements), ...varDeclarations(statements)].sort(
    (a, b) => a.start - b.start,
  );
}

function declare({ name, start }: Identifier, about: Pick<Declaration, "kind" | "initialised">): Declaration {
  return { name, start, ...about };
}
