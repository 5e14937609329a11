import { expect, test } from "@playwright/test";
import { cellIds, cellOf, ended, evaluate, expectAlive, openLesson, outputOf, run, write } from "./support";
import { witnessOf } from "./witness";

/** Bad input in a cell: the page keeps answering, the cell ends with an error that names the rule, and the next run works. */
const CELL = "weights";

test.beforeEach(async ({ page }) => {
  await openLesson(page);
});

const refused: [name: string, source: string, says: RegExp][] = [
  [
    "fetch",
    'await fetch("http://127.0.0.1/")',
    /fetch: not available in a cell, since cells have no network/,
  ],
  ["a WebSocket", 'new WebSocket("ws://127.0.0.1/")', /WebSocket: .*no network/],
  ["XMLHttpRequest", "new XMLHttpRequest()", /XMLHttpRequest: .*no network/],
  ["importScripts", 'importScripts("http://127.0.0.1/x.js")', /importScripts: .*load no code/],
  ["a dynamic import of an address", 'await import("http://127.0.0.1/x.js")', /a cell can import "torch"/],
  ["a static import of an address", 'import x from "http://127.0.0.1/x.js"', /a cell can import "torch"/],
  [
    "an import hidden in eval",
    "await new Function(\"return import('http://127.0.0.1/x.js')\")()",
    /Failed to fetch/,
  ],
  ["storage", 'indexedDB.open("x")', /indexedDB: .*no storage/],
  ["another worker", 'new Worker("data:text/javascript,1")', /Worker: .*one thread/],
  ["messages to the page", "postMessage({ type: 'ended' })", /postMessage: not available/],
  ["a syntax error", "const a = 1;\nconst = 2;", /SyntaxError[\s\S]*line 2/],
  ["a thrown string", "throw 'plain'", /'plain' was thrown/],
  ["a deleted built-in", "delete Array.prototype.map;", /changed the language's own Array\.prototype\.map/],
  ["a replaced built-in", "JSON.parse = () => 'mine'; Object.prototype.x = 1;", /changed the language's own/],
  ["more outputs than a page can show", "for (let i = 0; i < 1000; i++) display(i)", /more than 200 outputs/],
  [
    "an error far down",
    "function f() {\n  throw new RangeError('too far');\n}\n\nf();",
    /RangeError: too far[\s\S]*line 2[\s\S]*line 5/,
  ],
];

for (const [name, source, says] of refused)
  test(`${name} ends with an error that names the rule, and the next run works`, async ({ page }) => {
    const { state, text } = await evaluate(page, CELL, source);
    expect(text).toMatch(says);
    expect(state).toBe("failed");
    expect((await evaluate(page, CELL, "[1, 2, 3].map((x) => x * 2).join()")).text).toContain("2,4,6");
  });

test("ten million lines of console.log are bounded, and the page answers meanwhile", async ({ page }) => {
  await write(page, CELL, "for (let i = 0; i < 1e7; i++) console.log(i)");
  await run(page, CELL);
  await expectAlive(page);
  expect(await ended(page, CELL)).toBe("failed");
  expect(await outputOf(page, CELL)).toMatch(/printed more than 1,048,576 characters/);
  expect((await evaluate(page, CELL, "1 + 1")).text).toBe("2");
});

test("console.log caught and tried again for ever is ended from outside", async ({ page }) => {
  await write(page, CELL, "while (true) { try { console.log('x'.repeat(1000)) } catch {} }");
  await run(page, CELL);
  expect(await ended(page, CELL)).toBe("failed");
  expect((await evaluate(page, CELL, "1 + 1")).text).toBe("2");
});

for (const [name, source] of [
  ["an endless loop", "while (true) {}"],
  ["an endless promise chain", "const again = () => Promise.resolve().then(again); again(); 1"],
  ["an awaited promise that never settles", "await new Promise(() => {})"],
] as const)
  test(`${name} is stopped while the page answers, and the state before it is back`, async ({ page }) => {
    await evaluate(page, CELL, "var kept = [Math.random(), 41];");
    expect((await evaluate(page, CELL, "globalThis.again = kept; kept[1] + 1")).text).toBe("42");
    await write(page, CELL, source);
    await run(page, CELL);
    await expect(cellOf(page, CELL)).toHaveAttribute("data-state", "running");
    await expectAlive(page);
    await page.getByRole("status", { name: "Kernel" }).getByRole("button", { name: "Stop" }).click();
    expect(await ended(page, CELL)).toBe("failed");
    expect(await outputOf(page, CELL)).toContain("Stopped");
    expect((await evaluate(page, CELL, "globalThis.again[1]")).text).toBe("41");
  });

test("an endless loop meets its thirty seconds by itself", async ({ page }) => {
  test.setTimeout(90_000);
  await write(page, CELL, "while (true) {}");
  await run(page, CELL);
  expect(await ended(page, CELL, { timeout: 45_000 })).toBe("failed");
  expect(await outputOf(page, CELL)).toContain("used up its 30 seconds");
  expect((await evaluate(page, CELL, "1 + 1")).text).toBe("2");
});

test("an endless loop in the second of three cells stops there: the first is done, the third never ran", async ({
  page,
}) => {
  const [first, second, third] = (await cellIds(page)) as [string, string, string];
  await write(page, first, "var one = 1;");
  await write(page, second, "while (true) {}");
  await write(page, third, "one + 1");
  await page.getByRole("button", { name: "Run all" }).click();
  await expect(cellOf(page, second)).toHaveAttribute("data-state", "running");
  await expect(cellOf(page, third)).toHaveAttribute("data-state", "queued");
  await expectAlive(page);
  await page.getByRole("status", { name: "Kernel" }).getByRole("button", { name: "Stop" }).click();
  await expect(cellOf(page, second)).toHaveAttribute("data-state", "failed");
  await expect(cellOf(page, first)).toHaveAttribute("data-state", "done");
  await expect(cellOf(page, third)).toHaveAttribute("data-state", "idle");
  await run(page, third);
  expect(await ended(page, third)).toBe("done");
  expect(await outputOf(page, third)).toBe("2");
});

test("allocation without end costs that run only", async ({ page }) => {
  test.setTimeout(180_000);
  const [cell, next] = await cellIds(page).then((ids) => [CELL, ids.find((id) => id !== CELL)!] as const);
  await evaluate(page, cell, "var before = 7;");
  await write(page, next, "before");
  await write(page, cell, "const hoard = []; while (true) hoard.push(new Array(1e6).fill(1.5));");
  const witness = await witnessOf(page);
  await run(page, cell);
  expect(await witness.ended(cell)).toBe("failed");
  expect(await witness.outputOf(cell)).toMatch(
    /used up its 30 seconds|ran out of memory|Invalid array length|allocation/i,
  );
  await witness.run(next);
  expect(await witness.ended(next)).toBe("done");
  expect(await witness.outputOf(next)).toBe("7");
  await witness.close();
});

test("tensors over the limit end with an error that names it", async ({ page }) => {
  const { text } = await evaluate(
    page,
    CELL,
    'import torch from "torch";\nconst all = [];\nwhile (true) all.push(torch.zeros(1000, 10000));',
  );
  expect(text).toMatch(/512 MB/);
  expect((await evaluate(page, CELL, "1 + 1")).text).toBe("2");
});

test("HTML in an output is text", async ({ page }) => {
  const { text } = await evaluate(page, CELL, "console.log('<img src=x onerror=alert(1)>')");
  expect(text).toContain("<img src=x onerror=alert(1)>");
  await expect(cellOf(page, CELL).locator("img")).toHaveCount(0);
});
