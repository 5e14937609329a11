import { describe, expect, it } from "vitest";
import { ContentError } from "./problem";
import { readCells, readLesson } from "./source";

const fence = (info: string, code = "1") => `\`\`\`${info}\n${code}\n\`\`\`\n`;
const head = '---\nnumber: 4\ntitle: T\nquestion: "Q: why?"\nminutes: 25\nchecked: PyTorch 1.13\n---\n\n';
const answer = "<ShortAnswer>\n\nUniform on $\\pm 1/\\sqrt{n}$, see `nn.Linear`.\n\n</ShortAnswer>\n\n";
const cell = fence('ts id=bound error="must be" limit=60 was=old-bound', "const a = 1;\na");
const exercise = `<Exercise id="ex" title="Do it">\n\n${fence("ts id=ex-cell")}\n<Solution>\n\n${fence("ts solution=ex", "2")}\n</Solution>\n\n</Exercise>\n\n${fence("ts probe=ex", "p")}\n${fence("ts check=ex", "c")}\n${fence('ts wrong=ex says="no, it"', "3")}`;

const read = (body: string) => readLesson(head + answer + body, "content/lessons/04-t.mdx");
const problems = (text: string) => {
  try {
    readLesson(text, "l.mdx");
  } catch (error) {
    if (error instanceof ContentError) return error.message.split("\n");
    throw error;
  }
  return [];
};

describe("readLesson", () => {
  it("reads cells in page order, with the file's lines, options and twins", () => {
    const lesson = read(
      `${cell}\n${fence("py twin=bound", "a = 1")}\n${fence("ts id=second")}\n${fence("ts", "plain")}`,
    );
    expect(lesson.slug).toBe("04-t");
    expect(lesson.cells.map(({ id }) => id)).toEqual(["bound", "second"]);
    expect(lesson.cells[0]).toMatchObject({
      source: "const a = 1;\na",
      line: 16,
      error: "must be",
      limit: 60,
      was: "old-bound",
      slow: false,
      twin: { source: "a = 1", line: 21 },
    });
  });

  it("asks a cell for the values and truths that the text wants of it", () => {
    const value = '<Value of="bound" show="a.toFixed(2)" />';
    const predict =
      '<Predict id="p" before="bound" choose={["He", `LeCun`]} truth="a > 0 ? \'He\' : \'LeCun\'">\n\nWhich?\n\n</Predict>';
    const number = '<Predict id="q" before="bound" number step={0.001} truth="a">\n\nHow many?\n\n</Predict>';
    const { cells, predictions } = read(`${cell}\nText ${value} and ${value}.\n\n${predict}\n\n${number}`);
    expect(cells[0]?.wants).toEqual(["a > 0 ? 'He' : 'LeCun'", "a", "a.toFixed(2)"]);
    expect(predictions.map(({ answer }) => answer)).toEqual([
      { kind: "choice", choices: ["He", "LeCun"] },
      { kind: "number", step: 0.001 },
    ]);
  });

  it("reads an exercise with its cell, checker, solution and wrong answers", () => {
    expect(read(exercise).exercises).toMatchObject([
      {
        id: "ex",
        title: "Do it",
        cell: "ex-cell",
        probe: { source: "p" },
        check: { source: "c" },
        solution: { source: "2" },
        wrong: [{ source: "3", says: "no, it" }],
      },
    ]);
  });

  it.each([
    ["a repeated id", `${cell}\n${cell}`, /^l\.mdx:20: bound: two cells/],
    ["a twin without a cell", fence("py twin=gone"), /^l\.mdx:15: twin=gone: no cell/],
    [
      "a second twin",
      cell + fence("py twin=bound") + fence("py twin=bound"),
      /^l\.mdx:22: twin=bound: the cell has a twin/,
    ],
    [
      "digits that are owed to nothing known",
      cell + fence("py twin=bound owed=some"),
      /^l\.mdx:\d+: fence: owed= is one of exact, digits, verdict, got some/,
    ],
    ["an unknown option", fence("ts id=a eror=x"), /^l\.mdx:15: fence: unknown option "eror"/],
    ["a bad id", fence('ts id="a b"'), /^l\.mdx:15: fence: id= takes a name/],
    ["an id in another language", fence("js id=a"), /^l\.mdx:15: fence: id= does not go with `js`/],
    [
      "a limit over the most",
      fence("ts id=a limit=900"),
      /^l\.mdx:15: fence: limit= takes seconds up to 300, got 900/,
    ],
    ["a value of no cell", '<Value of="gone" show="a" />', /^l\.mdx:15: <Value>: no cell has the id "gone"/],
    [
      "a prediction before no cell",
      '<Predict id="p" before="gone" number truth="1">x</Predict>',
      /^l\.mdx:15: <Predict id="p">: no cell/,
    ],
    [
      "a prediction without an answer",
      `${cell}\n<Predict id="p" before="bound" truth="1">x</Predict>`,
      /^l\.mdx:20: <Predict id="p">: choose=/,
    ],
    [
      "an exercise without a checker",
      '<Exercise id="e" title="E">\n\n</Exercise>',
      /^l\.mdx:15: <Exercise id="e">: a cell is wanted/,
    ],
    ["a checker of no exercise", fence("ts check=gone"), /^l\.mdx:15: check=gone: no readable exercise/],
    ["a wrong answer without its sentence", fence("ts wrong=ex"), /^l\.mdx:15: fence: wrong=ex needs says=/],
    ["an unknown word", "<Prediction />", /^l\.mdx:15: <Prediction>: no such word/],
    ["broken JSX", "<Aside>", /^l\.mdx:15: MDX: /],
    ["a broken expression", "{1 +}", /^l\.mdx:15: MDX: /],
  ])("names the line of %s", (_, body, message) => {
    expect(problems(head + answer + body)[0]).toMatch(message);
  });

  it("wants a short answer of at most 60 words, in which a formula is one word and code none", () => {
    expect(problems(head + cell)).toEqual(["l.mdx:1: <ShortAnswer> is missing: a lesson begins with one"]);
    const long = `<ShortAnswer>\n\n${"word ".repeat(60)}\n\n${fence("py", "a b c")}\n$$\na b c\n$$\n\n</ShortAnswer>\n`;
    expect(problems(head + long)).toEqual([]);
    expect(problems(head + long.replace("word", "word $x$"))[0]).toMatch(
      /^l\.mdx:9: <ShortAnswer>: at most 60 words, got 61/,
    );
  });

  it("says what the frontmatter lacks, and where its YAML is broken", () => {
    expect(problems(`---\nnumber: 4\n---\n${answer}`).join("\n")).toMatch(/^l\.mdx:1: frontmatter: title: /);
    expect(problems(`---\nnumber: [\n---\n${answer}`)[0]).toMatch(/^l\.mdx:[23]: frontmatter: /);
  });

  it("says everything that is wrong, in the order of the lines", () => {
    const said = problems(head + answer + fence("ts id=a eror=x") + fence("py twin=gone"));
    expect(said.map((line) => line.split(":")[1])).toEqual(["15", "18"]);
  });
});

describe("readCells", () => {
  it("takes the cells out of any MDX, whatever else it holds", () => {
    const text = `import X from "./x.js"\nexport const a = 1\n\n# Hi {a}\n\n<X of="y"><Value /></X>\n\n- item\n\n  ${fence("ts id=in-list", "1").replaceAll("\n", "\n  ")}\n${fence('ts {1,3} title="x"', "plain")}\n${fence("py twin=none")}`;
    expect(readCells(text, "x.mdx")).toMatchObject([{ id: "in-list", source: "1", line: 11 }]);
  });

  it("keeps the numbering of lines under Windows' line ends and a byte order mark", () => {
    expect(
      readCells(`\uFEFF---\r\na: 1\r\n---\r\n\r\n\`\`\`ts id=a\r\n1\r\n2\r\n\`\`\`\r\n`, "x.mdx"),
    ).toMatchObject([{ id: "a", source: "1\n2", line: 6 }]);
  });
});
