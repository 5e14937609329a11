import { describe, expect, it } from "vitest";
import type { Output } from "../notebook/model";
import type { LessonCell } from "./model";
import { compareTwins, findDifference, hashTwins, toPrinted } from "./twins";

const printed = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const cell = (id: string, twin?: string): LessonCell => ({
  id,
  source: "",
  line: 10,
  slow: false,
  wants: [],
  ...(twin === undefined ? {} : { twin: { source: twin, line: 20, owed: "exact" as const } }),
});

describe("what a cell prints", () => {
  it("is its printed lines and its result's text, a figure of lab's by its summary; without Plot's own figures and warnings", () => {
    const result = (data: { "text/plain": string }): Output => ({
      output_type: "execute_result",
      execution_count: 1,
      data,
      metadata: {},
    });
    const figure = { "text/plain": "std by layer", "application/vnd.fan-in.figure+json": { kind: "lines" } };
    const drawn = { "text/plain": "a dot plot", "application/vnd.fan-in.figure+json": { kind: "drawn" } };
    const warning: Output = { output_type: "stream", name: "stderr", text: "careful\n" };
    const outputs = [
      printed("a\n"),
      warning,
      result(figure),
      result(drawn),
      result({ "text/plain": "tensor(1.)" }),
    ];
    expect(toPrinted(outputs)).toBe("a\nstd by layer\ntensor(1.)\n");
  });
});

describe("the comparison of twins", () => {
  it.each([
    ["true false null", "True False None"],
    ["tensor([0.5000, 1.0000])  \n", "tensor([0.5000, 1.0000])"],
    ["1e-7 and 5", "1e-07 and 5.0"],
    ["ValueError: Fan in can not be computed. Give a matrix.", "ValueError: Fan in can not be computed"],
    ["TypeError: uniform_ wants a Tensor", "AttributeError: uniform_ wants a Tensor"],
  ])("takes %j and %j as the same", (ours, theirs) => expect(findDifference(ours, theirs)).toBeNull());

  it.each([
    ["0.57735", "0.57736", "line 1 differs"],
    ["a\nb", "a", 'line 2 differs: TypeScript "b", PyTorch no such line'],
    ["weight true", "weight False", "line 1 differs"],
    ["ValueError: one", "ValueError: two", "line 1 differs"],
  ])("tells %j from %j", (ours, theirs, said) => expect(findDifference(ours, theirs)).toContain(said));
});

describe("digits that are owed", () => {
  it.each([
    ["std 0.12345, layer 3", "std 0.12349, layer 3", "digits", null],
    ["std 0.12345", "std 0.12445", "digits", "line 1 differs"],
    ["1234567.0", "1234890.0", "digits", null],
    ["loss 0.6931, trained False", "loss 0.0131, trained false", "verdict", null],
    ["loss 0.6931, trained true", "loss 0.6931, trained false", "verdict", "line 1 differs"],
    ["one 1", "one 1 2", "verdict", "line 1 differs"],
  ] as const)("compares %j and %j as %s", (ours, theirs, owed, said) => {
    const found = findDifference(ours, theirs, owed);
    if (said === null) expect(found).toBeNull();
    else expect(found).toContain(said);
  });
});

describe("the committed outputs", () => {
  const cells = [cell("a", "x = 1"), cell("b"), cell("c", "print(x)")];
  const baked = [
    { id: "a", outputs: [] },
    { id: "c", outputs: [printed("1\n")] },
  ];
  const hashes = hashTwins(cells);
  const twins = {
    torch: "1.13.1",
    python: "3.11.2",
    cells: { a: { hash: hashes.a!, output: "" }, c: { hash: hashes.c!, output: "1\n" } },
  };

  it("pass when they are of these sources and print the same", () => {
    expect(compareTwins({ file: "l.mdx", cells, baked, twins })).toEqual([]);
  });

  it("are stale when a twin before has changed, since they share a namespace", () => {
    const edited = [cell("a", "x = 2"), cell("c", "print(x)")];
    const said = compareTwins({ file: "l.mdx", cells: edited, baked, twins }).map(({ text }) => text);
    expect(said).toEqual(
      ["a", "c"].map((id) => `twin ${id}: what PyTorch prints is not committed; run npm run twins`),
    );
  });

  it("name the twin's line in the file and the line that differs", () => {
    const other = [baked[0]!, { id: "c", outputs: [printed("2\n")] }];
    expect(compareTwins({ file: "l.mdx", cells, baked: other, twins })).toEqual([
      { file: "l.mdx", line: 19, text: 'twin c: line 1 differs: TypeScript "2", PyTorch "1"' },
    ]);
  });
});
