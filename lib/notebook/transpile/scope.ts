import type { AnyNode, Class, Function as FunctionNode, Identifier, Program } from "acorn";
import { allDeclarations, lexicalDeclarations } from "./declarations";
import { childrenOf, targetsOf } from "./tree";

/** A use of a name that no inner scope binds: the cell's own if it declares it, else another cell's or the host's. */
export type Reference = {
  name: string;
  start: number;
  writes: boolean;
  /** True in functions and instance fields, which may run long after their line is passed. */
  deferred: boolean;
};

type Scope = { names: ReadonlySet<string>; parent: Scope | undefined };
type Context = { scope: Scope | undefined; deferred: boolean; references: Reference[] };
type Target = { binds: boolean; context: Context };

/** Every reference that leaves the program's inner scopes. */
export function findReferences(program: Program): Reference[] {
  const references: Reference[] = [];
  visitAll(program.body, { scope: undefined, deferred: false, references });
  return references;
}

function visitAll(nodes: readonly (AnyNode | null | undefined)[], context: Context): void {
  for (const node of nodes) if (node) visit(node, context);
}

function visit(node: AnyNode, context: Context): void {
  switch (node.type) {
    case "Identifier":
      refer(node, { writes: false, context });
      break;
    case "MemberExpression":
      visitAll([node.object, node.computed ? node.property : null], context);
      break;
    case "Property":
    case "MethodDefinition":
      visitAll([node.computed ? node.key : null, node.value], context);
      break;
    case "PropertyDefinition":
      if (node.computed) visit(node.key, context);
      visitAll([node.value], node.static ? context : { ...context, deferred: true });
      break;
    case "LabeledStatement":
      visit(node.body, context);
      break;
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
    case "ImportDeclaration":
    case "ExportAllDeclaration":
      break;
    case "ExportNamedDeclaration":
      visitAll([node.declaration], context);
      break;
    case "VariableDeclarator":
      visitTarget(node.id, { binds: true, context });
      visitAll([node.init], context);
      break;
    case "AssignmentExpression":
      visitTarget(node.left, { binds: false, context });
      visit(node.right, context);
      break;
    case "UpdateExpression":
      visitTarget(node.argument, { binds: false, context });
      break;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      visitFunction(node, context);
      break;
    case "ClassDeclaration":
    case "ClassExpression":
      visitClass(node, context);
      break;
    default:
      visitBlock(node, context);
  }
}

/** Nodes that open a scope for their children, and all that are nothing but their children. */
function visitBlock(node: AnyNode, context: Context): void {
  switch (node.type) {
    case "BlockStatement":
      visitAll(node.body, within(context, lexicalDeclarations(node.body)));
      break;
    case "StaticBlock":
      visitAll(node.body, within(context, allDeclarations(node.body)));
      break;
    case "ForStatement": {
      const inner = within(context, node.init ? lexicalDeclarations([node.init]) : []);
      visitAll([node.init, node.test, node.update, node.body], inner);
      break;
    }
    case "ForInStatement":
    case "ForOfStatement": {
      const inner = within(context, lexicalDeclarations([node.left]));
      if (node.left.type === "VariableDeclaration") visit(node.left, inner);
      else visitTarget(node.left, { binds: false, context: inner });
      visitAll([node.right, node.body], inner);
      break;
    }
    case "SwitchStatement": {
      const statements = node.cases.flatMap(({ consequent }) => consequent);
      visit(node.discriminant, context);
      visitAll(node.cases, within(context, lexicalDeclarations(statements)));
      break;
    }
    case "CatchClause": {
      const inner = within(context, node.param ? targetsOf(node.param) : []);
      if (node.param) visitTarget(node.param, { binds: true, context: inner });
      visit(node.body, inner);
      break;
    }
    default:
      visitAll(childrenOf(node), context);
  }
}

/** A pattern: its names are bound or written; its defaults, computed keys and properties are read. */
function visitTarget(node: AnyNode, target: Target): void {
  switch (node.type) {
    case "Identifier":
      if (!target.binds) refer(node, { writes: true, context: target.context });
      break;
    case "ObjectPattern":
      for (const property of node.properties) visitTarget(property, target);
      break;
    case "Property":
      if (node.computed) visit(node.key, target.context);
      visitTarget(node.value, target);
      break;
    case "ArrayPattern":
      for (const element of node.elements) if (element) visitTarget(element, target);
      break;
    case "RestElement":
      visitTarget(node.argument, target);
      break;
    case "AssignmentPattern":
      visitTarget(node.left, target);
      visit(node.right, target.context);
      break;
    default:
      visit(node, target.context);
  }
}

function visitFunction(node: FunctionNode, context: Context): void {
  const names: { name: string }[] = node.params.flatMap(targetsOf);
  if (node.type === "FunctionExpression" && node.id) names.push(node.id);
  if (node.type !== "ArrowFunctionExpression") names.push({ name: "arguments" });
  const outer = { ...within(context, names), deferred: true };
  for (const parameter of node.params) visitTarget(parameter, { binds: true, context: outer });
  // The body is a scope of its own, since parameter defaults do not see its `var`s.
  if (node.body.type === "BlockStatement")
    visitAll(node.body.body, within(outer, allDeclarations(node.body.body)));
  else visit(node.body, outer);
}

function visitClass(node: Class, context: Context): void {
  const inner = within(context, node.id ? [node.id] : []);
  visitAll([node.superClass, ...node.body.body], inner);
}

function within(context: Context, names: readonly { name: string }[]): Context {
  if (names.length === 0) return context;
  return { ...context, scope: { names: new Set(names.map(({ name }) => name)), parent: context.scope } };
}

function refer(
  { name, start }: Identifier,
  { writes, context }: { writes: boolean; context: Context },
): void {
  for (let scope = context.scope; scope; scope = scope.parent) if (scope.names.has(name)) return;
  context.references.push({ name, start, writes, deferred: context.deferred });
}
