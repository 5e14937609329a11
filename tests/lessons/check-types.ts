/**
 * The type-checking of a lesson's cells. Each cell is a module of its own that imports what it uses of the latest earlier cell that
 * declared it: so a name may be declared anew, as in the notebook, and lines stay those of the cell.
 */
import path from "node:path";
import ts from "typescript";
import type { Problem } from "@/lib/lessons/node";
import { adviseType } from "@/lib/notebook/transpile/type-advice";
import { DOORS, loadDeclarations } from "@/scripts/declarations/emit";

export type TypedCell = { id: string; source: string; line: number };

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2023.d.ts", "lib.webworker.d.ts"],
  strict: true,
  // A lesson reads `weight.shape[1]` and `layer.bias` as PyTorch code does, without a mark after each.
  strictNullChecks: false,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};
/** Assigning another cell's \`let\` is what cells may do and modules may not. */
const ASSIGNS_IMPORT = 2632;

/** Checks cells in page order; problems carry the lines of the lesson's file. */
export function checkTypes(
  cells: readonly TypedCell[],
  { root, file }: { root: string; file: string },
): Problem[] {
  const folder = path.join(root, ".cells");
  const files = new Map(
    [...loadDeclarations(root)].map(([name, text]) => [path.join(root, DECLARED, name), text]),
  );
  const modules = [path.join(root, DECLARED, "globals.d.ts")];
  const byName = new Map<string, string>();
  const byFile = new Map<string, TypedCell>();
  cells.forEach((cell, at) => {
    const name = path.join(folder, `${at}.ts`);
    const declared = findDeclared(cell.source);
    files.set(name, toModule(cell.source, { declared, byName }));
    modules.push(name);
    byFile.set(name, cell);
    for (const one of declared) byName.set(one, `./${at}`);
  });
  const program = ts.createProgram(modules, { ...options, paths: toPaths(root) }, toHost(files));
  return ts.getPreEmitDiagnostics(program).flatMap((diagnostic) => {
    const cell = byFile.get(diagnostic.file?.fileName ?? "");
    if (!cell || diagnostic.code === ASSIGNS_IMPORT) return [];
    const { line } = ts.getLineAndCharacterOfPosition(diagnostic.file!, diagnostic.start ?? 0);
    const text = adviseType(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"), {
      code: diagnostic.code,
      source: cell.source,
      line: line + 1,
    });
    return [{ file, line: cell.line + line, text: `cell ${cell.id}: TS${diagnostic.code}: ${text}` }];
  });
}

/** Where the declarations seem to lie: nothing is written there. */
const DECLARED = ".declarations";

function toPaths(root: string): Record<string, string[]> {
  const doors = Object.entries(DOORS).map(([name, door]) => [
    name,
    [path.join(root, DECLARED, `${door}.d.ts`)],
  ]);
  return { ...Object.fromEntries(doors), "@/*": [path.join(root, DECLARED, "*")] };
}

/** The names that a cell declares at its top level, types included. */
function findDeclared(source: string): string[] {
  const names: string[] = [];
  const add = (node: ts.Node | undefined) => {
    if (!node) return;
    if (ts.isIdentifier(node)) names.push(node.text);
    else ts.forEachChild(node, (child) => (ts.isBindingElement(child) ? add(child.name) : undefined));
  };
  for (const statement of ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022).statements) {
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) add(name);
    else if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      add(clause?.name);
      if (clause?.namedBindings && ts.isNamespaceImport(clause.namedBindings)) add(clause.namedBindings.name);
      if (clause?.namedBindings && ts.isNamedImports(clause.namedBindings))
        for (const { name } of clause.namedBindings.elements) add(name);
    } else if ("name" in statement) add(statement.name as ts.Node);
  }
  return names;
}

function toModule(source: string, of: { declared: string[]; byName: ReadonlyMap<string, string> }): string {
  const words = new Set(source.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
  const imports = [...of.byName]
    .filter(([name]) => words.has(name) && !of.declared.includes(name))
    .map(([name, from]) => `import { ${name} } from ${JSON.stringify(from)}; `);
  return `${imports.join("")}${source}\nexport { ${[...new Set(of.declared)].join(", ")} };`;
}

function toHost(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  return {
    ...host,
    directoryExists: (name) =>
      [...files.keys()].some((file) => file.startsWith(name)) || ts.sys.directoryExists(name),
    fileExists: (name) => files.has(name) || fileExists(name),
    readFile: (name) => files.get(name) ?? readFile(name),
    getSourceFile: (name, languageVersion, ...rest) => {
      const text = files.get(name);
      return text === undefined
        ? getSourceFile(name, languageVersion, ...rest)
        : ts.createSourceFile(name, text, languageVersion);
    },
  };
}
