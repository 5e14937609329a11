import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { compileLesson, toComponent } from "./compile";
import type { Filling } from "./flow";

const words = ["Cell", "Value", "Solution", "Predict"];
/** Each word as an element of its own name, so that the page's text can be read. */
const components = Object.fromEntries(
  words.map((word) => [
    word,
    ({ children, id, of, spoils }: Record<string, ReactNode>) =>
      createElement(word.toLowerCase(), { id, of, spoils }, children as ReactNode),
  ]),
);

async function render(source: string, filling: Filling = { values: {}, predictions: {} }) {
  const { code, headings } = await compileLesson(source, { file: "l.mdx", filling });
  return { html: renderToStaticMarkup(createElement(toComponent(code), { components })), headings };
}

describe("compileLesson", () => {
  it("puts cells where their fences stand, and leaves out twins, checkers and wrong answers", async () => {
    const fences = ["ts id=a", "py twin=a", "ts probe=e", "ts check=e", 'ts wrong=e says="no"'];
    const { html } = await render(fences.map((info) => `\`\`\`${info}\nhidden\n\`\`\`\n`).join("\n"));
    expect(html.trim()).toBe('<cell id="a"></cell>');
  });

  it("colours plain fences and solutions, and escapes them", async () => {
    const { html } = await render('<Solution>\n\n```ts solution=e\nconst a = "<b>";\n```\n\n</Solution>');
    expect(html).toContain(
      '<pre data-language="ts"><code><span class="k">const</span> a = <span class="s">&quot;&lt;b&gt;',
    );
  });

  it("fills values in, and says which of them would give a prediction away", async () => {
    const source =
      'Before <Value of="a" show="x" />.\n\n<Predict id="p" />\n\nAfter <Value of="a" show="x" />.';
    const { html } = await render(source, {
      values: { a: { x: "0.577" } },
      predictions: { a: { id: "p", line: 3 } },
    });
    expect(html).toContain('Before <value of="a">0.577</value>');
    expect(html).toContain('After <value of="a" spoils="p">0.577</value>');
  });

  it("fails where a value is wanted that no run gave", async () => {
    await expect(render('<Value of="a" show="x" />')).rejects.toThrow(
      '<Value of="a" show="x">: the run has no such value',
    );
  });

  it("gives headings their anchors, with formulae as people type them", async () => {
    const { html, headings } = await render("## Where √5 comes from\n\n### Is it $1/\\sqrt{n}$?");
    expect(headings).toEqual([
      { depth: 2, id: "where-5-comes-from", text: "Where √5 comes from" },
      { depth: 3, id: expect.any(String), text: "Is it 1/√n?" },
    ]);
    expect(html).toContain('<h2 id="where-5-comes-from">');
  });

  it("names file and line of a formula that cannot be set", async () => {
    await expect(render("Fine: $x$.\n\nNot: $\\frac{1}$.")).rejects.toThrow(/^l\.mdx:3: formula: /);
  });

  it("marks links that leave the site", async () => {
    const { html } = await render("[a](https://example.org) [b](/lessons)");
    expect(html).toContain(
      '<a href="https://example.org" rel="external noreferrer">a</a> <a href="/lessons">b</a>',
    );
  });
});
