/** The doc comments of what cells can reach: functions and classes of the namespaces, methods of tensors and modules. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { listPlaces } from "@/lib/torch/testing/parity/places";

export type PublicDoc = { name: string; file: string; hasDoc: boolean; hasExample: boolean; node: ts.Node };

/** Which folders hold the names of which place. */
const FOLDERS: readonly (readonly [path: string, folder: RegExp])[] = [
  ["torch.nn.init", /^init\//],
  ["torch.nn.functional", /^nn\/(functional|activation|losses)/],
  ["torch.nn.utils", /^nn\/utils\//],
  ["torch.nn", /^nn\/(?!functional|utils)/],
  ["torch.linalg", /^linalg\//],
  ["torch.autograd", /^autograd\//],
  ["torch.optim.lr_scheduler", /^optim\//],
  ["torch.optim", /^optim\//],
  // The functions of modules that stand under torch too come last, after torch's own.
  ["torch", /^(functions|tensor|random|autograd|linalg|nn\/(functional|activation))\//],
];
/** Whose methods readers call. */
const CLASSES: readonly (readonly [path: string, isOne: (name: string) => boolean])[] = [
  ["Tensor", (name) => name.startsWith("Tensor")],
  ["nn.Module", (name) => name === "Module" || name === "Conversions"],
];

/** Reads all sources of the engine; each public name once, at its first declaration that has a comment. */
export function findPublicDocs(root: string): PublicDoc[] {
  const here = new Map(listPlaces().map((place) => [place.path, place.here]));
  const found = new Map<string, PublicDoc>();
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|^testing\/|^kernels\//.test(file))
    .sort();
  for (const file of files) {
    const text = readFileSync(path.join(root, file), "utf8");
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    for (const node of source.statements) {
      const local = nameOf(node);
      const name = isExported(node) ? local : aliasOf(local, source);
      if (name === undefined) continue;
      for (const [place, folder] of FOLDERS)
        if (folder.test(file) && here.get(place)?.has(name)) add(`${place}.${name}`, file, node);
      if (!ts.isClassDeclaration(node)) continue;
      for (const [place, isOne] of CLASSES) {
        if (!isOne(name)) continue;
        for (const member of node.members)
          if ((ts.isMethodDeclaration(member) || ts.isGetAccessor(member)) && ts.isIdentifier(member.name))
            if (here.get(place)?.has(member.name.text)) add(`${place}.${member.name.text}`, file, member);
      }
    }
  }
  return [...found.values()];

  function add(name: string, file: string, node: ts.Node): void {
    const before = found.get(name);
    const hasDoc = ts.getJSDocCommentsAndTags(node).length > 0;
    const hasExample = ts
      .getJSDocTags(node)
      .some(({ tagName, comment }) => tagName.text === "example" && /\/\/ => /.test(String(comment)));
    if (before?.hasExample || (before?.hasDoc && !hasExample)) return;
    found.set(name, { name, file, hasDoc, hasExample, node });
  }
}

/** The name that a statement exports, if it is one function, class or constant. */
function nameOf(node: ts.Statement): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return node.name?.text;
  if (!ts.isVariableStatement(node)) return undefined;
  const [only] = node.declarationList.declarations;
  return only && ts.isIdentifier(only.name) ? only.name.text : undefined;
}

/** The other name under which a file exports one of its own: `export { variance as var }`. */
function aliasOf(local: string | undefined, source: ts.SourceFile): string | undefined {
  for (const node of source.statements)
    if (
      ts.isExportDeclaration(node) &&
      !node.moduleSpecifier &&
      node.exportClause &&
      ts.isNamedExports(node.exportClause)
    )
      for (const { name, propertyName } of node.exportClause.elements)
        if (propertyName?.text === local) return name.text;
  return undefined;
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}
