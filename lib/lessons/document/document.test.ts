import { describe, expect, it } from "vitest";
import type { BakedCell } from "../baked";
import { readLesson } from "../source";
import { hashTwins } from "../twins";
import { WORDS } from "../words";
import { toLessonDocument } from ".";

const head = '---\nnumber: 4\ntitle: T\nquestion: "Why?"\nminutes: 25\nchecked: PyTorch 1.13\n---\n\n';
const answer = "<ShortAnswer>\n\nUniform on $\\pm 1/\\sqrt{n}$.\n\n</ShortAnswer>\n\n";
const cell = "```ts id=a\nconst a = 1;\na\n```\n";
const twin = "```py twin=a\na = 1\na\n```\n";

function read(body: string, { language = "ts", site }: { language?: "ts" | "py"; site?: string } = {}) {
  const text = head + answer + body;
  const lesson = readLesson(text, "content/lessons/04-t.mdx");
  const baked = lesson.cells.map(
    ({ id, wants }): BakedCell => ({
      id,
      state: "done",
      outputs: [
        { output_type: "execute_result", execution_count: 1, data: { "text/plain": "1" }, metadata: {} },
      ],
      executionCount: 1,
      values: Object.fromEntries(wants.map((want) => [want, `<${want}>`])),
      elapsed: 1,
      figures: [],
    }),
  );
  const hash = hashTwins(lesson.cells).a ?? "";
  const twins = { torch: "1.13", python: "3.11", cells: { a: { hash, output: "1\n" } } };
  const toAddress = site === undefined ? {} : { toAddress: (path: string) => site + path };
  return toLessonDocument({ text, lesson, baked, twins, language, ...toAddress });
}

/** The prose after the title and the short answer. */
const prose = (body: string, options = {}) =>
  read(body, options)
    .cells.flatMap((one) => (one.kind === "markdown" ? [one.source] : [`[${one.id}]`]))
    .join("\n\n")
    .split("sqrt{n}$.\n\n")[1];

describe("toLessonDocument", () => {
  it("begins with the title and the question, and keeps cells, outputs and twins in page order", () => {
    const { title, lesson, cells } = read(`Before.\n\n${cell}\n${twin}\nAfter.`);
    expect([title, lesson]).toEqual(["T", "04-t"]);
    expect(cells.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "markdown title",
      "markdown text",
      "code a",
      "markdown text-2",
    ]);
    expect(cells[0]).toMatchObject({ source: expect.stringMatching(/^# T\n\n\*Why\?\*/) });
    expect(cells[2]).toMatchObject({
      source: "const a = 1;\na",
      outputs: [{ data: { "text/plain": "1" } }],
      twin: { source: "a = 1\na", ran: { output: "1\n" } },
    });
  });

  it("keeps the author's Markdown to the letter: formulae, tables, code and escapes", () => {
    const text =
      "Costs \\$5, $x_1$ and\n\n$$\ny = \\frac{1}{2}\n$$\n\n| a | b |\n|---|---|\n| 1 | $z$ |\n\n```py\nprint(1)\n```";
    expect(prose(`${text}\n\n${cell}`)).toBe(`${text}\n\n[a]`);
  });

  it("puts values in their places as plain text, and leaves out comments", () => {
    expect(
      prose(
        `${cell}\nIt is <Value of="a" show="a" />{/* why */} and <Given>*512*</Given> of *<Value of="a" show="a" />*.`,
      ),
    ).toBe("[a]\n\nIt is \\<a\\> and *512* of *\\<a\\>*.");
  });

  it("quotes an aside, with its formula on one line: notebooks would read the quote's mark into it", () => {
    expect(prose(`<Aside>\n\n**Note** this.\n\n$$\na\n= b\n$$\n\n</Aside>\n\n${cell}`)).toBe(
      "> **Note** this.\n>\n> $$a = b$$\n\n[a]",
    );
  });

  it("numbers the steps of a derivation", () => {
    expect(
      prose(
        `<Steps>\n\n<Step>\n\n$$\na\n$$\n\nWords.\n\n</Step>\n\n<Step>\n\nB.\n\n</Step>\n\n</Steps>\n\n${cell}`,
      ),
    ).toBe("1. $$\n   a\n   $$\n\n   Words.\n\n2. B.\n\n[a]");
  });

  it("asks a prediction, folds what was measured, and marks the cell that would tell it", () => {
    const predict =
      '<Predict id="p" before="a" choose={["On *He*", "None"]} truth="a">\n\nWhich?\n\n<Reveal>\n\nBecause.\n\n</Reveal>\n\n</Predict>\n\n';
    const text = prose(predict + cell);
    expect(text).toContain("Which?\n\n- On \\*He\\*\n- None\n\n<details>");
    expect(text).toContain(
      "<summary>What was measured</summary>\n\n**\\<a\\>**\n\nBecause.\n\n</details>\n\n[a]",
    );
    expect(read(predict + cell).cells.find(({ id }) => id === "a")).toMatchObject({ gated: true });
  });

  const help = "<Hint>\n\nOne.\n\n</Hint>\n\n<Hint>\n\nTwo.\n\n</Hint>\n\n";
  const solution =
    "<Solution>\n\n```ts solution=ex\na = 2;\n```\n\n```py solution=ex\na = 2\n```\n\n</Solution>\n\n";
  const checks = '```ts probe=ex\nP\n```\n\n```ts check=ex\nC\n```\n\n```ts wrong=ex says="no"\nW\n```\n';
  const exercise = `<Exercise id="ex" title="Do it">\n\nNow.\n\n${cell}\n${help}${solution}${checks}\n</Exercise>`;

  it.each([
    ["ts", "```ts\na = 2;\n```"],
    ["py", "```py\na = 2\n```"],
  ] as const)("folds an exercise's hints and its solution in %s, and shows no check", (language, code) => {
    const text = prose(exercise, { language, site: "https://x.org" });
    expect(text).toContain("### Exercise: Do it\n\nNow.\n\n[a]");
    expect(text).toContain("[Have your answer checked](https://x.org/lessons/04-t#exercise-ex)");
    expect(text).toContain("<summary>Hint 2</summary>\n\nTwo.\n\n</details>");
    expect(text).toContain(`<summary>A solution</summary>\n\n${code}\n\n</details>`);
    expect(text).not.toMatch(/^[PCW]$|solution=/m);
  });

  it("makes links into the site full addresses, or plain words where nobody knows its address", () => {
    const text = `See [the next](/lessons/05-x), [above](#is-it-he) and [a *paper*](https://arxiv.org/abs/1).\n\n${cell}`;
    expect(prose(text, { site: "https://x.org" })).toBe(
      "See [the next](https://x.org/lessons/05-x), [above](https://x.org/lessons/04-t#is-it-he) and [a *paper*](https://arxiv.org/abs/1).\n\n[a]",
    );
    expect(prose(text)).toBe("See the next, above and [a *paper*](https://arxiv.org/abs/1).\n\n[a]");
  });

  it("loses no cell that stands inside another word or a list, and none of a word's text", () => {
    for (const word of WORDS) {
      if (["Exercise", "Predict", "Given", "Value", "Step", "Steps", "ShortAnswer"].includes(word)) continue;
      expect(prose(`<${word}>\n\nText of it.\n\n${cell}\n</${word}>`)).toMatch(/Text of it\.[\s\S]*\[a\]/);
    }
    expect(prose(`- One\n\n  ${cell.replaceAll("\n", "\n  ").trim()}\n- Two`)).toMatch(
      /- One[\s\S]*- Two\n\n\[a\]/,
    );
  });
});
