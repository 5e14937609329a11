/**
 * How a cell's code enters the realm. Indirect eval everywhere, but in JavaScriptCore, whose stacks leave evaluated code without a name:
 * there it is loaded as a script from a blob, whose address then carries the cell's.
 */
export type Evaluator = {
  /** The value of an expression, seen from the global scope. */
  evaluate(code: string): unknown;
  /** The value of a cell's code, whose stack lines say `cell:<id>`. */
  load(code: string, id: string): unknown;
};

/** Where loaded code leaves its value for a moment. */
const SLOT = "__fanin_loaded";

type Scope = typeof globalThis & { importScripts?: (address: string) => void };

function namesEvaluatedCode(evaluate: (code: string) => unknown): boolean {
  const stack = evaluate("new Error().stack\n//# sourceURL=cell:probe");
  return String(stack).includes("cell:probe");
}

/** Captures what it needs: nothing here depends on a global that a cell may change. */
export function createEvaluator(scope: Scope): Evaluator {
  const evaluate = scope.eval;
  const load = scope.importScripts?.bind(scope);
  if (!load || namesEvaluatedCode(evaluate)) return { evaluate, load: (code) => evaluate(code) };
  const { Blob: RealBlob, URL: RealURL } = scope;
  const create = RealURL.createObjectURL.bind(RealURL);
  const revoke = RealURL.revokeObjectURL.bind(RealURL);
  return {
    evaluate,
    load(code, id) {
      const address = create(new RealBlob([`globalThis.${SLOT} = ${code}`], { type: "text/javascript" }));
      try {
        load(`${address}#cell:${id}`);
        return (scope as unknown as Record<string, unknown>)[SLOT];
      } finally {
        Reflect.deleteProperty(scope, SLOT);
        revoke(address);
      }
    },
  };
}
