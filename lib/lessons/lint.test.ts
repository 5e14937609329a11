import { describe, expect, it } from "vitest";
import { findLooseNumbers } from "./lint";

const found = (prose: string) =>
  findLooseNumbers(prose, "x.mdx").map(({ text }) => /number (\S+)/.exec(text)?.[1]);

describe("the number lint", () => {
  it.each([
    ["The std is 0.577 here.", ["0.577"]],
    ["The std is .577, not −0.25.", [".577", "−0.25"]],
    ["A layer of 512 inputs and 65,536 weights.", ["512", "65,536"]],
    ["It has 2048 units.", ["2048"]],
    ["Written *in emphasis*: **0.1**.", ["0.1"]],
    ["<Aside>\n\nAsides count: 0.3.\n\n</Aside>", ["0.3"]],
    ["| std |\n| --- |\n| 0.25 |", ["0.25"]],
  ])("finds %j", (prose, numbers) => expect(found(prose)).toEqual(numbers));

  it.each([
    "Ten layers, 12 numbers, 1/3 of it, 50%.",
    "In 2012-01-25 and 2017-02, by 2010, the 1990s, in 2019.",
    "`0.577` and $0.58/6^{4.5}$ and\n\n$$\n0.1\n$$",
    '<Given>512</Given> and <Value of="a" show="b" />',
    "## A title with 0.5",
    "Issue [#15314](https://github.com/x/y/issues/15314), commit [4df3893](https://a.b/4df3893).",
    "PyTorch 1.13 and 2.13, in float32, §4.6.",
    "<Sources>\n\n- Pages 249–256, doi 10.1000/182.\n\n</Sources>",
  ])("lets %j through", (prose) => expect(found(prose)).toEqual([]));

  it("names the file and the line", () => {
    expect(findLooseNumbers("---\na: 1\n---\n\nOne line\nand 0.5.", "x.mdx")[0]).toMatchObject({
      file: "x.mdx",
      line: 6,
    });
  });
});
