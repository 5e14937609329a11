import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kernelBundle } from "../bundle";
import { type NodeKernel, startNodeKernel } from "../node";

let kernel: NodeKernel;
const forgotten: string[] = [];

beforeAll(async () => {
  kernel = await startNodeKernel({ onForgotten: (reason) => forgotten.push(reason) });
  await kernel.run({
    id: "first",
    source: "var kept = 41; const drawn = Math.random(); const at = Date.now();",
  });
}, 60_000);
afterAll(() => kernel.close());

/** What a run said, in one text. */
async function say(source: string, limit = 10): Promise<string> {
  const { state, outputs } = await kernel.run({ id: "cell", source, limit });
  const texts = outputs.map((output) => {
    if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
    return output.output_type === "stream" ? output.text : output.data["text/plain"];
  });
  return `${state} ${texts.join(" | ")}`;
}

const put = (what: string) => `This run changed the language's own ${what}.`;
const hook = (body: string) => `({ [Symbol.for("fan-in.display")]() { ${body} } })`;

/** Each costs its own run at the most; the run after it finds the language and the names as they were. */
const hostile: [source: string, says: string][] = [
  ["delete globalThis.Object; 1", put("Object")],
  ["for (const n of ['Reflect', 'Map', 'JSON']) delete globalThis[n]; 1", "put back"],
  ["globalThis.Promise = class {}; 1", put("Promise")],
  [
    "Promise.prototype.constructor = 3; Promise.prototype.then = () => {}; 5",
    put("Promise.prototype.constructor, Promise.prototype.then"),
  ],
  ["Object.prototype.then = () => {}; 5", put("Object.prototype.then")],
  ["Object.prototype.get = () => {}; 1", put("Object.prototype.get")],
  [
    "Object.defineProperty(Object.prototype, 'value', { get() { return 1 }, configurable: true }); 1",
    put("Object.prototype.value"),
  ],
  ["Array.prototype[Symbol.iterator] = null; 1", put("Array.prototype[Symbol(Symbol.iterator)]")],
  [
    "Map.prototype.get = Map.prototype.has = () => true; const fresh = 1; fresh",
    put("Map.prototype.get, Map.prototype.has"),
  ],
  ["Object.defineProperty = Reflect.defineProperty = Reflect.ownKeys = null; 1", "put back"],
  [
    "Function.prototype.call = Function.prototype.bind = null; 1",
    put("Function.prototype.bind, Function.prototype.call"),
  ],
  ["Object.setPrototypeOf(Array.prototype, { bad: 1 }); 1", put("Array.prototype.__proto__")],
  ["Object.setPrototypeOf(globalThis, { bad: 1 }); 1", put("globalThis.__proto__")],
  [hook("delete Array.prototype.map; return { 'text/plain': 'x' }"), put("Array.prototype.map")],
  [hook("return 5"), 'returns { "text/plain": string, … }'],
  [hook("return { 'text/plain': 7 }"), 'returns { "text/plain": string, … }'],
  [hook("return { 'text/plain': 'shown', f() {} }"), "done shown"],
  [hook("return { 'text/plain': 'x'.repeat(1e7) }"), "the limit is 1,048,576"],
  ["throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })", "Thrown: "],
  ["throw Object.assign(new Error('x'.repeat(1e6)), { name: 'n'.repeat(5000) })", "990,000 more characters"],
  ["new Proxy({}, { get() { throw 1 } })", "done "],
  ["({ then() {} })", "done { then: [function then] }"],
  ["Promise.reject({ get message() { throw 1 } }); await 0; 1", "Uncaught"],
  ["console.log('x'.repeat(2e6))", "printed more than 1,048,576 characters"],
  ["new FinalizationRegistry(() => {})", "nothing of a cell goes on after its run"],
];

describe("a run of the kernel", () => {
  it.each(hostile)("%s ends with its own sentence, and the next run is whole", async (source, says) => {
    expect(await say(source)).toContain(says);
    expect(await say("[kept, typeof bad, [1, 2].map((x) => x * 2).join(), 0 in [], {}.value].join()")).toBe(
      "done '41,undefined,2,4,false,'",
    );
  });

  it.each([
    ["Object.freeze(Object.prototype); 1", "Object.prototype in a way that cannot be undone"],
    ["Object.freeze(globalThis); 1", "globalThis in a way that cannot be undone"],
    ["Object.defineProperty(Array.prototype, 'stay', { value: 1 }); 1", "Array.prototype.stay in a way"],
  ])("%s costs that kernel, and the next one is in the state before", async (source, says) => {
    expect(await say(source)).toContain(`failed BuiltInError: This run changed the language's own ${says}`);
    expect(await say("[kept, [].stay, Object.isFrozen(Object.prototype)].join()")).toBe("done '41,,false'");
  });

  it("meets its limit also in what a value's own hook leaves behind", async () => {
    const endless = hook("const f = () => Promise.resolve().then(f); f(); return { 'text/plain': 'x' }");
    expect(await say(endless, 1)).toContain("TimeLimitError");
    expect(await say("kept")).toBe("done 41");
  });

  it("draws and reads the clock in a replay as it did", async () => {
    const before = await say("[drawn, at].join()");
    await say("while (true) {}", 1);
    expect(await say("[drawn, at].join()")).toBe(before);
  });

  it("names the rule when a shared name was fixed", async () => {
    await say("Object.defineProperty(globalThis, 'fixed', { value: 1 });");
    expect(await say("const fixed = 2;")).toContain("NameError: const fixed: this name cannot be declared");
  });

  it("leaves no timer and no group of the console to the next run", async () => {
    await say(
      "var ticks = 0; console.group('a'); Set.prototype.add = () => {}; setInterval(() => ticks++, 1);",
    );
    const waited =
      "const before = ticks; await new Promise((r) => setTimeout(r, 20)); console.log(ticks - before)";
    expect(await say(waited)).toBe("done 0\n");
  });

  it("answers expressions and values, and what cannot be had as an error of its own", async () => {
    const result = await kernel.run({
      id: "cell",
      source: "[kept, { a: 1n }]",
      evaluate: ["kept + 1", "nobody", "'x'.repeat(2e6)"],
      wantValue: true,
    });
    expect(result.evaluated).toEqual({ "kept + 1": "42" });
    expect(Object.keys(result.evaluationErrors)).toEqual(["nobody", "'x'.repeat(2e6)"]);
    expect(result.value).toMatchObject({ kind: "list", items: [{ kind: "number", value: 41 }, {}] });
  });

  it("evaluates Plot when a cell imports it, once, and says that HTML is not parsed", async () => {
    const first = 'import * as Plot from "@observablehq/plot";\nPlot.dot([[1, 2]]).plot().localName';
    expect(await say(`${first}; console.log(Plot.dot([[1, 2]]).plot().localName)`)).toBe("done svg\n");
    const again = await say('console.log(Plot === (await import("@observablehq/plot")))');
    expect(again).toBe("done true\n");
    const parsed = "Plot.dot([[1, 2]]).plot().ownerDocument.body.innerHTML = '<b>x</b>'";
    const { outputs } = await kernel.run({ id: "cell", source: parsed });
    expect(outputs).toMatchObject([
      { output_type: "error", evalue: expect.stringContaining("HTML is not parsed") },
    ]);
  });

  it("never had to forget what was run", () => expect(forgotten).toEqual([]));
});

it("is strict code throughout: a sloppy function could be reached by the cell that it calls", async () => {
  const { source, plot } = await kernelBundle();
  expect(source.startsWith('"use strict"')).toBe(true);
  expect(plot.startsWith('(() => {"use strict"')).toBe(true);
});
