/** The declarations that cells see: emitted from the sources of what they import, and of the kernel's own verbs. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** What cells import, by the name under which they do. */
export const DOORS = { torch: "lib/torch/index", lab: "lib/lab/index" } as const;
/** The kernel's verbs: the methods of its type `CellGlobals`. */
const GLOBALS = "lib/notebook/kernel/worker/globals.ts";

/** The text of each declaration file, by its path in the repository; `globals.d.ts` holds what needs no import. */
export type Declarations = ReadonlyMap<string, string>;

/** What the declarations are made from: when none of it has changed, they have not. */
const SOURCES = ["lib/torch", "lib/lab", "lib/plots", "lib/notebook/kernel/worker", "scripts/declarations"];
const CACHE = "node_modules/.cache/fan-in";

/** The declarations of a repository: emitted, which takes seconds, or as they were emitted from the same sources before. */
export function loadDeclarations(root: string): Declarations {
  const file = path.join(root, CACHE, `declarations-${hashSources(root)}.json`);
  try {
    return new Map(JSON.parse(readFileSync(file, "utf8")) as [string, string][]);
  } catch {
    const made = emit(root);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify([...made]));
    return made;
  }
}

function hashSources(root: string): string {
  const hash = createHash("sha256").update(ts.version);
  for (const folder of SOURCES)
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).sort())
      if (name.endsWith(".ts") && !name.endsWith(".test.ts"))
        hash.update(`${name}\0`).update(readFileSync(path.join(root, folder, name)));
  return hash.digest("hex").slice(0, 16);
}

function emit(root: string): Declarations {
  const files = new Map([["globals.d.ts", toGlobals(readFileSync(path.join(root, GLOBALS), "utf8"))]]);
  const program = ts.createProgram(
    Object.values(DOORS).map((door) => path.join(root, `${door}.ts`)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ["lib.es2023.d.ts", "lib.webworker.d.ts"],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      resolveJsonModule: true,
      declaration: true,
      emitDeclarationOnly: true,
      // What is marked so is the engine's own business.
      stripInternal: true,
      rootDir: root,
      outDir: path.join(root, ".declarations"),
      types: [],
      paths: { "@/*": [path.join(root, "*")] },
    },
  );
  const { emitSkipped, diagnostics } = program.emit(undefined, (name, text) => {
    files.set(path.relative(path.join(root, ".declarations"), name), text);
  });
  if (emitSkipped || diagnostics.length > 0)
    throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})));
  return files;
}

/** `print(…): void` of the kernel's type → `declare function print(…): void`. */
function toGlobals(source: string): string {
  const file = ts.createSourceFile("globals.ts", source, ts.ScriptTarget.ES2022, true);
  const type = file.statements.find(
    (node): node is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(node) && node.name.text === "CellGlobals",
  );
  if (!type || !ts.isTypeLiteralNode(type.type))
    throw new Error(`declarations: ${GLOBALS} has no CellGlobals`);
  return type.type.members
    .map((member) => {
      const text = member.getText(file);
      const comment = source.slice(member.getFullStart(), member.getStart(file)).trim();
      return `${comment.replaceAll("\n   *", "\n *")}\ndeclare function ${text}\n`;
    })
    .join("");
}
