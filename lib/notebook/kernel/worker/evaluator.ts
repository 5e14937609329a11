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

type Scope = typeof globalThis & { importScripts?: (address: string) => void };

function namesEvaluatedCode(evaluate: (code: string) => unknown): boolean {
  const stack = evaluate("new Error().stack\n//# sourceURL=cell:probe");
  return String(stack).includes("cell:probe");
}

/** Captures what it needs: nothing here depends on a global that a cell may change. */
export function createEvaluator(scope: Scope): Evaluator {
  const evaluate = scope.eval;
  const load = scope.importScripts?.bind(scope);
  if (!load) return { evaluate, load: (code) => evaluate(code) };
  // Asked at the first run, and not while the script is being evaluated: a stack with the whole script on it makes V8 compile that again.
  let isNamed: boolean | undefined;
  // Where loaded code leaves its value for a moment: a name that no cell can take first.
  const slot = `__fanin_${scope.crypto.getRandomValues(new Uint32Array(4)).join("_")}`;
  const { Blob: RealBlob, URL: RealURL } = scope;
  const create = RealURL.createObjectURL.bind(RealURL);
  const { deleteProperty } = Reflect;
  const revoke = RealURL.revokeObjectURL.bind(RealURL);
  return {
    evaluate,
    load(code, id) {
      isNamed ??= namesEvaluatedCode(evaluate);
      if (isNamed) return evaluate(code);
      const address = create(new RealBlob([`globalThis.${slot} = ${code}`], { type: "text/javascript" }));
      try {
        load(`${address}#cell:${id}`);
        return (scope as unknown as Record<string, unknown>)[slot];
      } finally {
        deleteProperty(scope, slot);
        revoke(address);
      }
    },
  };
}
