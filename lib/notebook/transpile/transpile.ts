import type { Program } from "acorn";
import { ECMASCRIPT_GLOBALS, HOST_GLOBALS } from "./builtins";
import { checkNames } from "./check-names";
import type { DeclarationKind } from "./contract";
import { allDeclarations, type Declaration } from "./declarations";
import { emit } from "./emit";
import { checkHabits } from "./habits";
import { type Parsed, parse } from "./parse";
import { exportOf, isErasedImport } from "./rewrite-imports";
import { findReferences, type Reference } from "./scope";
import { CellSyntaxError, lineCounter, linesOf } from "./syntax-error";

/** A cell's JavaScript, and the names through which cells hang together. */
export type Transpiled = {
  /** For indirect eval in the kernel; see `CellRuntime`. Line N is the learner's line N. */
  code: string;
  /** By how many columns line 1 moved to the right; `locate` takes them off. */
  prefixLength: number;
  declares: { name: string; kind: DeclarationKind; line: number }[];
  /** Names read or written that are not the cell's own, nor ECMAScript's or the host's. */
  uses: string[];
  /** Names of the host (`name`, `console`) that the cell uses and does not declare; another cell may declare them. */
  hostUses: string[];
  /** Those of `uses` and `hostUses` that the cell assigns. */
  assigns: string[];
  /** `names` are the cell's own; `exports`, beside them, the module's (`default`, or `*` for all of it). */
  imports: { module: string; names: string[]; exports: string[] }[];
  /** Own names that a line uses before the line that declares them. */
  usesBeforeDeclaration: { name: string; line: number }[];
};

/** TypeScript of one cell → JavaScript for the kernel; throws CellSyntaxError, which names the place. */
export function transpile(source: string, { id }: { id: string }): Transpiled {
  if (!/^[A-Za-z0-9_-]+$/.test(id))
    throw new RangeError(`transpile: an id is made of A-Z a-z 0-9 _ -, got "${id}"`);
  try {
    return translate(parse(source), id);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const sourceLine = linesOf(source)[0] ?? "";
    throw new CellSyntaxError(TOO_DEEP, { line: 1, column: 1, sourceLine, cause: error });
  }
}

const TOO_DEEP =
  "This cell is nested too deeply to be read: split its longest expression over several statements";

function translate(parsed: Parsed, id: string): Transpiled {
  const { code, program } = parsed;
  const declared = allDeclarations(program.body);
  const references = findReferences(program);
  checkNames({ parsed, declared, references });

  const own = new Map<string, Declaration>();
  for (const declaration of declared) if (!own.has(declaration.name)) own.set(declaration.name, declaration);
  checkHabits(parsed, { references, own: new Set(own.keys()) });
  const free = references.filter(({ name }) => !own.has(name) && !ECMASCRIPT_GLOBALS.has(name));
  const early = references.filter(
    (use) => !use.deferred && use.start < (own.get(use.name)?.initialised ?? 0),
  );
  const lineOf = lineCounter(code);
  return {
    ...emit(code, { id, program, declares: declared }),
    declares: [...own.values()].map(({ name, kind, start }) => ({ name, kind, line: lineOf(start) })),
    uses: namesOf(free.filter(({ name }) => !HOST_GLOBALS.has(name))),
    hostUses: namesOf(free.filter(({ name }) => HOST_GLOBALS.has(name))),
    assigns: namesOf(free.filter(({ writes }) => writes)),
    imports: importsOf(program, code),
    usesBeforeDeclaration: early.map(({ name, start }) => ({ name, line: lineOf(start) })),
  };
}

function namesOf(references: readonly Reference[]): string[] {
  return [...new Set(references.map(({ name }) => name))];
}

function importsOf(program: Program, code: string): Transpiled["imports"] {
  return program.body.flatMap((node) => {
    if (node.type !== "ImportDeclaration" || isErasedImport(node, code)) return [];
    const names = node.specifiers.map(({ local }) => local.name);
    return [{ module: String(node.source.value), names, exports: node.specifiers.map(exportOf) }];
  });
}
