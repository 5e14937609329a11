import type { AnyNode, Pattern } from "acorn";
import type MagicString from "magic-string";
import { type DeclarationKind, RUNTIME } from "./contract";

/** True for what takes its `name` from the variable that it is assigned to. */
export function isAnonymous(node: AnyNode): boolean {
  if (node.type === "ArrowFunctionExpression") return true;
  return (node.type === "FunctionExpression" || node.type === "ClassExpression") && !node.id;
}

/** A name as a property that names its value, and how to read it: `__proto__: f` would set a prototype, `[…]: f` does not. */
export function propertyOf(name: string): { key: string; access: string } {
  if (name === "__proto__") return { key: '["__proto__"]', access: '["__proto__"]' };
  return { key: name, access: `.${name}` };
}

/** Wraps an anonymous function or class so that it is named as by `const name = …`: `{name:…}.name`. */
export function nameValue(text: MagicString, { node, name }: { node: AnyNode; name: string }): void {
  const { key, access } = propertyOf(name);
  text.appendRight(node.start, `{${key}:`);
  text.appendLeft(node.end, `}${access}`);
}

/** Turns a binding pattern into an assignment pattern whose targets are setters that declare. */
export function rewritePattern(
  text: MagicString,
  { pattern, kind }: { pattern: Pattern; kind: DeclarationKind },
): void {
  switch (pattern.type) {
    case "Identifier":
      text.update(pattern.start, pattern.end, setter(pattern.name, kind));
      return;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        const value = property.type === "RestElement" ? property.argument : property.value;
        if (property.type === "Property" && property.shorthand)
          text.appendRight(property.start, `${text.original.slice(property.key.start, property.key.end)}:`);
        rewritePattern(text, { pattern: value, kind });
      }
      return;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element) rewritePattern(text, { pattern: element, kind });
      return;
    case "RestElement":
      rewritePattern(text, { pattern: pattern.argument, kind });
      return;
    case "AssignmentPattern":
      if (pattern.left.type === "Identifier" && isAnonymous(pattern.right))
        nameValue(text, { node: pattern.right, name: pattern.left.name });
      rewritePattern(text, { pattern: pattern.left, kind });
      return;
    case "MemberExpression":
      // Not in declarations; acorn's type also covers assignments.
      return;
    default:
      pattern satisfies never;
  }
}

function setter(name: string, kind: DeclarationKind): string {
  return `({set v(v){${RUNTIME}.declare("${kind}",${JSON.stringify(name)},v)}}).v`;
}
