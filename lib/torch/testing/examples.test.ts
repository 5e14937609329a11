/** The examples of the docstrings say what they print: each `expression // => text` is run. `\n` stands for a new line. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import torch, { nn } from "..";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

type Example = { name: string; code: string; text: string };

function findExamples(file: string): Example[] {
  const source = readFileSync(`${ROOT}/${file}`, "utf8");
  const blocks = source.match(/@example\n(?:\s*\* (?!@).*\n)+/g) ?? [];
  return blocks.flatMap((block) =>
    [...block.matchAll(/^\s*\* (.+) \/\/ => (.*)$/gm)].map(([, code, text]) => ({
      name: `${file}: ${code}`,
      code: code!,
      text: text!.replaceAll("\\n", "\n"),
    })),
  );
}

function evaluate(code: string): unknown {
  const at = code.lastIndexOf("; ");
  const before = at === -1 ? "" : code.slice(0, at + 1);
  const last = at === -1 ? code : code.slice(at + 2);
  const run = new Function("torch", "nn", "F", `"use strict"; ${before} return (${last});`);
  return run(torch, nn, nn.functional);
}

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
);
const examples = files.flatMap(findExamples);

describe("examples of the docstrings", () => {
  it("there are some", () => {
    expect(examples.length).toBeGreaterThan(25);
  });

  it.each(examples)("$name", ({ code, text }) => {
    expect(String(evaluate(code))).toBe(text);
  });
});
