import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildGraph, type CellNames } from "./graph";
import { transpile } from "./transpile";

/** A graph of cells given as sources, in page order. */
function graphOf(cells: Record<string, string>) {
  return buildGraph(Object.entries(cells).map(([id, source]) => ({ id, ...transpile(source, { id }) })));
}

describe("needs", () => {
  test("is transitive, in page order, and without the cell itself", () => {
    const graph = graphOf({
      a: "import torch from 'torch'",
      b: "const w = torch.ones(3)",
      x: "1",
      c: "const v = w",
      d: "v + w",
    });
    expect(graph.needs("d")).toEqual(["a", "b", "c"]);
    expect(graph.needs("a")).toEqual([]);
    expect(graph.needs("x")).toEqual([]);
    expect(graph.needs("nobody")).toEqual([]);
  });

  test("takes a name from the nearest earlier cell that declares or assigns it", () => {
    const graph = graphOf({
      a: "let w = 1",
      b: "w = w + 1",
      c: "w",
      d: "let w = 5",
      e: "w",
      f: "w++",
      g: "w",
    });
    expect(graph.needs("c")).toEqual(["a", "b"]);
    expect(graph.needs("e")).toEqual(["d"]);
    expect(graph.needs("g")).toEqual(["d", "f"]);
    expect(graph.sources("g")).toEqual([{ name: "w", cell: "f" }]);
  });

  test("takes it from the next later cell that declares it, if no earlier one gives it", () => {
    const graph = graphOf({ a: "w", b: "w = 2", c: "let w = 1", d: "let w = 2" });
    expect(graph.needs("a")).toEqual(["c"]);
    expect(graph.needs("b")).toEqual(["c"]);
  });

  test("a name that nobody declares needs nobody", () => {
    expect(graphOf({ a: "w", b: "w = 2" }).needs("a")).toEqual([]);
  });

  test("a cell that declares a name of its own needs no other for it", () => {
    expect(graphOf({ a: "let w = 1", b: "let w = 2; w" }).needs("b")).toEqual([]);
  });

  test("the host's names are edges only to an earlier cell that declares them", () => {
    const graph = graphOf({ a: "name", b: "const name = 'mine'", c: "print(name)" });
    expect(graph.needs("a")).toEqual([]);
    expect(graph.needs("c")).toEqual(["b"]);
  });

  test("functions count with what their bodies use", () => {
    expect(graphOf({ a: "const k = 1", b: "function f() { return k }", c: "f()" }).needs("c")).toEqual([
      "a",
      "b",
    ]);
  });
});

test("dependents are the cells downstream, transitively and in page order", () => {
  const graph = graphOf({ z: "b2", a: "let a1 = 1", b: "let b2 = a1", x: "1", c: "a1 = 2", d: "a1" });
  expect(graph.dependents("a")).toEqual(["z", "b", "c", "d"]);
  expect(graph.dependents("c")).toEqual(["d"]);
  expect(graph.dependents("d")).toEqual([]);
});

test("cycles end", () => {
  const graph = graphOf({ a: "const x = () => y", b: "const y = () => z", c: "const z = () => x" });
  expect(graph.needs("a")).toEqual(["b", "c"]);
  expect(graph.dependents("a")).toEqual(["b", "c"]);
});

test("duplicates are names of two cells, unless both import the same thing", () => {
  const graph = graphOf({
    a: "import torch, { nn } from 'torch'; const w = 1; var w2",
    b: "import torch, { nn } from 'torch'; let w = 2",
    c: "import { optim as nn } from 'torch'; function w2() {} { let w }",
  });
  expect(graph.duplicates).toEqual([
    { name: "nn", cells: ["a", "b", "c"] },
    { name: "w", cells: ["a", "b"] },
    { name: "w2", cells: ["a", "c"] },
  ]);
});

const cellNames = fc.record({
  declares: fc.uniqueArray(fc.constantFrom("p", "q", "r", "s"), { maxLength: 2 }),
  uses: fc.uniqueArray(fc.constantFrom("p", "q", "r", "s"), { maxLength: 3 }),
  assigns: fc.uniqueArray(fc.constantFrom("p", "q", "r", "s"), { maxLength: 1 }),
});
const cells = fc.array(cellNames, { maxLength: 12 }).map((all) =>
  all.map(
    ({ declares, uses, assigns }, index): CellNames => ({
      id: `c${index}`,
      declares: declares.map((name) => ({ name, kind: "let" })),
      uses,
      assigns,
      imports: [],
    }),
  ),
);

test("needs and dependents mirror each other, are closed, and are in page order", () => {
  fc.assert(
    fc.property(cells, (all) => {
      const graph = buildGraph(all);
      const order = new Map(all.map(({ id }, index) => [id, index]));
      for (const { id } of all) {
        const needs = graph.needs(id);
        for (const needed of needs) {
          expect(graph.dependents(needed)).toContain(id);
          for (const further of graph.needs(needed)) if (further !== id) expect(needs).toContain(further);
        }
        expect(needs).not.toContain(id);
        const places = needs.map((needed) => order.get(needed) ?? -1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const { cell } of graph.sources(id)) expect(needs).toContain(cell);
      }
    }),
    { seed: 20260301 },
  );
});
