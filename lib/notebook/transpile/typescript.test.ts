import ts from "typescript";
import { describe, expect, test } from "vitest";
import { fakeKernel } from "./fake-runtime";
import { locate, transpile } from "./index";

/** Texts in which `L<n>` stands on line n, in places that the code keeps. */
const SAMPLES: Record<string, string> = {
  interfaces: "interface A {\n  a: number;\n  b(): void\n}\nL5;\ninterface B extends A { }\nL7",
  types: "type A = {\n  a: number\n} |\n  B\nL5\ntype F = (\n  x: number,\n) => void\nL9",
  enums: "enum E {\n  A = L2,\n  B,\n  C = 'x'.length,\n  D = L5,\n}\nL7\nconst enum F {\n A }\nL10",
  generics: "function f<\n  T extends { a: number },\n>(x: T): T {\n  return L4\n}\nf<{\n  a: number\n}>(L8)",
  multiline: "const x: Array<\n  number\n> = L3\nlet y: {\n  a: number\n}[] | undefined = L6, z = L6",
  overloads:
    "function f(a: number): void;\nfunction f(\n  a: string,\n): void;\nfunction f(a: any) {\n  L6\n}\nL8",
  abstracts:
    "abstract class A<T> {\n  abstract m(\n    x: T,\n  ): void;\n  abstract p: number;\n  q = L6;\n  declare r: number;\n  s!: T;\n  m2(): void;\n  m2(x?: T) { L10 }\n}\nL12",
  parameters:
    "class A {\n  constructor(\n    public a: number,\n    private readonly b = L4,\n  ) {\n    L6\n  }\n}\nL9",
  satisfies: "const x = { a: L1 } satisfies {\n  a: number\n}\nL4\nconst y = [L5] as\n  const\nL7",
  definite: "let x!: {\n  a: number\n}\nL4\nx!\n  .a!\n  .b\nL8",
  chaining: "const y = L1\n  ?.a\n  ?.[L3]\n  ?.(\n    L5 ?? 1)\nL6",
  declares:
    "declare const a: number\ndeclare function f(\n  x: number\n): void\ndeclare module 'x' {\n  const y: 1\n}\nL8",
  imports: "import {\n  a,\n  type B,\n} from 'm'\nL5\nimport type {\n  C,\n} from 'n'\nL9",
  exports:
    "export const a = L1\nexport interface I {\n}\nexport\n  const b = L5\nexport type {\n  I as J }\nL8",
  patterns: "const {\n  a = L2,\n  b: [\n    c = L4,\n  ],\n}: {\n  a: number\n} = L8\nL9",
  functions: "async function f(\n  this: A,\n  x?: number,\n): Promise<\n  number\n> {\n  await L7\n}\nL9",
  classes:
    "export class A\n  extends L2\n  implements B<\n    number\n  > {\n  static x: number =\n    L7\n}\nL9",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  strings: "const s: string = `a\n${L2}\n`\nL4\n/* x\n*/ L6 // y\nL7",
  vars: "for (\n  var i: number = L2;\n  L3;\n) { var q: number\n  = L5 }\nL6",
  breaks: "const a: number = L1\r\nlet b:\r\n  number = L3\r\nL4",
};

describe("every line stays where it is", () => {
  test.each(Object.entries(SAMPLES))("%s", (_, source) => {
    const lines = transpile(source, { id: "a" }).code.split(/\r\n|\n|\r/);
    const found = lines.flatMap((text, index) =>
      [...text.matchAll(/\bL(\d+)/g)].map((m) => [index + 1, Number(m[1])]),
    );
    expect(found).toHaveLength([...source.matchAll(/\bL\d+/g)].length);
    for (const [line, marked] of found) expect(line).toBe(marked);
    expect(lines.length).toBe(source.split(/\r\n|\n|\r/).length + 2);
  });

  test("an error is located on the line that the learner wrote, inside declarations too", async () => {
    const at = async (source: string) => {
      const cell = transpile(source, { id: "here" });
      const error = await fakeKernel()
        .start(cell)
        .catch((thrown: Error) => thrown);
      return locate((error as Error).stack ?? "", { here: cell.prefixLength }).map(
        ({ line, fn }) => `${line} ${fn ?? ""}`,
      );
    };
    expect(await at("interface A {\n}\nconst a: A = {}\n\nconst { x = (null as any).y } = a")).toEqual([
      "5 ",
    ]);
    expect(await at("function f(\n  x: number,\n): void {\n  throw new Error('no')\n}\n\nf(1)")).toEqual([
      "4 f",
      "7 ",
    ]);
    expect(
      await at("class A {\n  m() {\n    throw new Error()\n  }\n}\nconst go = () =>\n  new A().m()\ngo()"),
    ).toEqual(["3 A.m", "7 go", "8 "]);
  });

  test.each([
    ["    nowhere()", 5],
    ["1 + nowhere", 5],
    ["const x = nowhere", 11],
    ["let { x } = [nowhere], y = 1", 14],
    ["function f() { nowhere } f()", 16],
    ["class A extends nowhere {}", 17],
    ["if (1 + nowhere) {}", 9],
  ])("columns of the first line are the learner's: %s", async (source, column) => {
    const cell = transpile(source, { id: "a" });
    const error = await fakeKernel()
      .start(cell)
      .catch((thrown: Error) => thrown);
    const [frame] = locate((error as Error).stack ?? "", { a: cell.prefixLength });
    expect(frame).toMatchObject({ cell: "a", line: 1, column });
  });
});

/** What TypeScript's own compiler makes of the same text, run as a script in a realm of its own. */
async function compiled(source: string): Promise<string> {
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  const { realm } = fakeKernel();
  const { runInContext } = await import("node:vm");
  const body = outputText.replace(/^export \{\};?$/m, "");
  return runInContext(`(async () => { ${body}\n; return JSON.stringify(out) })()`, realm) as Promise<string>;
}

describe("the code means what TypeScript's own compiler makes of it", () => {
  test.each([
    "enum E { A, B = 5, C, S = 's' } const out = [E, E.C, E[5]]",
    "const enum E { A = 1 << 2, B = A | 1 } const out = [E.A, E.B]",
    "enum E { A } enum E { B = 1 } const out = E",
    "class P { constructor(public a: number, protected readonly b = a + 1) {} sum = 1 } const p = new P(2), out = [p.a, p['b'], p.sum]",
    "class P { x!: number; y?: string; z: number = 1; declare w: number } const out = [Object.keys(new P())]",
    "class P { constructor(readonly n: number) {} } class Q extends P { constructor(public m: number) { super(m * 2); this.m++ } } const out = new Q(3)",
    "abstract class A { abstract f(): number; g() { return this.f() } } class B extends A { override f() { return 4 } } const out = new B().g()",
    "function f(x: number): number; function f(x: string): string; function f(x: any): any { return x } const out = [f(1), f('a')]",
    "const f = <T,>(x: T): T => x; const g = async <T extends object>(x: T) => x; const out = [f<number>(1), await g({ a: 1 })]",
    "const a = { b: { c: [1, 2] } } as const satisfies object; const out = [a!.b?.c![1], (<any>a).z ?? 3]",
    "let v: number | undefined; v ??= 4; v ||= 5; const out = [v, v! + 1, 1_000]",
    "const out = ((a?: number, b: number = 2, ...c: number[]): number => (a ?? 0) + b + c.length)(1, 2, 3)",
    "const o = { m<T>(this: { k: number }, x: T) { return [this.k, x] }, k: 1, get g(): number { return 2 }, set g(v: number) {} }; const out = [o.m(3), o.g]",
    "type A<T> = T extends (infer U)[] ? U : never; interface B { new (x: number): B; [k: string]: unknown } const type = 1, as = 2; const out = [type, as]",
    "class S { static #n = 0; static next(): number { return ++S.#n } static { S.next() } has(o: object) { return #p in o } #p = 1 } const out = [S.next(), new S().has(new S())]",
    "function isNumber(x: unknown): x is number { return typeof x === 'number' } function check(x: any): asserts x {} check(1); const out = isNumber(1)",
    "const x = 3, y = 2, z = 1; const out = [x < y, y > z, x < (y), (x as number) < y]",
    "let t: [a: number, b?: string, ...rest: boolean[]] = [1]; const { a: { b: c } }: { a: { b: number } } = { a: { b: 2 } }; const out = [t, c]",
    "const out = []; for (const [k, v] of Object.entries({ a: 1 }) as [string, number][]) out.push(k, v!)",
    "label: for (let i: number = 0; ; i++) { if (i > 3) break label } const out = 'done' as string as unknown",
    "class G<in out T> { constructor(private accessor_: T) {} accessor = 1; declare = 2; readonly = 3; static = 4 } const out = Object.keys(new G(0)).sort()",
    "const namespace = 1, module = 2, declare = 3, abstract = 4; const out = namespace + module + declare + abstract",
    "let x = { y: 1 }\n;(x as any).y = 2; (x!).y++; const out = x",
  ])("%s", async (source) => {
    const kernel = fakeKernel();
    await kernel.run(source);
    expect((await kernel.run("JSON.stringify(out)", "b"))?.value).toBe(await compiled(source));
  });
});
