/** The attacks on imports: files that mean harm. The numbers are those of the security plan. */
import { describe, expect, it } from "vitest";
import { FIGURE_MIME } from "@/lib/plots";
import { hostile, MARKER, malformed } from "@/lib/plots/svg/hostile";
import { findTooLarge, importNotebook } from "..";
import { PNG } from "../testing/documents";
import { toCode, toFile, toResult } from "../testing/files";

function read(text: string) {
  const result = importNotebook(text);
  if (!result.ok) throw new Error(result.problem);
  return result;
}
const problem = (text: string) => {
  const result = importNotebook(text);
  return result.ok ? "" : result.problem;
};

describe("attack 9: drawings in a file", () => {
  it.each(Object.entries(hostile))("are reduced to what Plot draws: %s", (_, svg) => {
    const { document } = read(toFile([toCode("", [toResult({ "image/svg+xml": svg })])]));
    // Words between tags are words, whatever they say.
    const text = JSON.stringify(document)
      .replaceAll("http://www.w3.org/2000/svg", "")
      .replace(/>[^<]*</g, "><");
    expect(text).not.toContain(MARKER);
    expect(text).not.toMatch(
      /<(script|foreignObject|image|use|a|style|set|animate|iframe|form)\b|\son\w+=|javascript:|href/i,
    );
  });

  it.each(Object.entries(malformed))("are left out when they are none: %s", (_, svg) => {
    const { document } = read(toFile([toCode("", [toResult({ "image/svg+xml": svg, "text/plain": "t" })])]));
    expect(document.cells[0]).toMatchObject({ outputs: [{ data: { "text/plain": "t" } }] });
    expect(JSON.stringify(document)).not.toContain(FIGURE_MIME);
  });
});

describe("attack 11: outputs that want to run or to weigh", () => {
  it.each([
    ["text/html", "<script>globalThis.pwned = 1</script>"],
    ["application/javascript", "globalThis.pwned = 1"],
    ["application/vnd.jupyter.widget-view+json", { model_id: "x" }],
    ["application/vnd.plotly.v1+json", { data: [] }],
    ["text/markdown", "<img src=x onerror=pwned>"],
    ["text/latex", "\\href{javascript:pwned}{x}"],
    ["image/gif", "R0lGODlhAQABAAAAACw="],
    ["image/png", "PHN2ZyBvbmxvYWQ9IjEiLz4="],
    ["image/png", "data:text/html,pwned"],
    ["image/jpeg", PNG],
    ["image/svg+xml; charset=utf-8", "<svg onload='pwned'/>"],
    [FIGURE_MIME, { kind: "drawn", svg: 5 }],
    [FIGURE_MIME, { kind: "lines", options: { href: "javascript:1" } }],
    ["__proto__", { "text/plain": "pwned" }],
    ["constructor", "pwned"],
  ])("%s is left out, and its text stays", (mime, value) => {
    const data = `{"text/plain": "plain", ${JSON.stringify(mime)}: ${JSON.stringify(value)}}`;
    const text = toFile([toCode("", [toResult({ here: 1 })])]).replace(/\{\s*"here": 1\s*\}/, data);
    expect(read(text).document.cells[0]).toHaveProperty("outputs", [
      { output_type: "execute_result", execution_count: 1, data: { "text/plain": "plain" }, metadata: {} },
    ]);
  });

  it("a file that claims to be ours brings nothing more than any other", () => {
    const fan_in = { schema: 1, form: "typescript", title: "T", bits: 1 };
    const data = {
      "text/plain": "t",
      "text/html": "<script>",
      [FIGURE_MIME]: { kind: "no" },
      "image/svg+xml": "<svg/>",
    };
    const cell = toCode("1", [toResult(data)], { metadata: { fan_in: { language: "ts" } } });
    expect(read(toFile([cell], { metadata: { fan_in } })).document.cells[0]).toHaveProperty("outputs", [
      { output_type: "execute_result", execution_count: 1, data: { "text/plain": "t" }, metadata: {} },
    ]);
  });

  it("a picture of a fair size that does not begin as one is left out", () => {
    const bytes = Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0));
    bytes.set(new TextEncoder().encode("<svg"));
    const disguised = btoa(String.fromCharCode(...bytes));
    const { notes } = read(toFile([toCode("", [toResult({ "image/png": disguised })])]));
    expect(notes[0]?.text).toContain("pictures");
  });

  it("a picture whose few bytes ask for gigabytes is left out", () => {
    const bytes = Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0));
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    const bomb = btoa(String.fromCharCode(...bytes));
    const { document, notes } = read(toFile([toCode("", [toResult({ "image/png": bomb })])]));
    expect(JSON.stringify(document)).not.toContain(bomb.slice(0, 40));
    expect(notes[0]?.text).toContain("pictures");
  });

  it("widget state and attachments that are no pictures are left out", () => {
    const widgets = { "application/vnd.jupyter.widget-state+json": { state: {} } };
    const prose = {
      cell_type: "markdown",
      metadata: {},
      source: "![](attachment:a)",
      attachments: { a: { "text/html": "<b>" }, b: 5 },
    };
    const { document, notes } = read(toFile([prose], { metadata: { widgets } }));
    expect(document.cells[0]).not.toHaveProperty("attachments");
    expect(notes.map(({ text }) => text).join(" ")).toMatch(/Left out: a, b.*widgets/);
  });

  it.each(["1e999", "-1", "1.5", '"7"', "1e308"])("a count of %s is refused with its place", (count) => {
    const text = toFile([toCode("a")]).replace('"execution_count": 1', `"execution_count": ${count}`);
    expect(problem(text)).toContain("$.cells[0].execution_count");
  });

  it("of ten thousand outputs the first are kept, and of a long text the beginning", () => {
    const many = Array.from({ length: 10_000 }, () => ({
      output_type: "stream",
      name: "stdout",
      text: "a\n",
    }));
    const { document, notes } = read(toFile([toCode("", many)]));
    expect(document.cells[0]).toHaveProperty("outputs.length", 200);
    expect(notes[0]?.text).toContain("after the first 200");
    const long = { output_type: "stream", name: "stdout", text: "a".repeat(2_000_000) };
    expect(JSON.stringify(read(toFile([toCode("", [long])])).document).length).toBeLessThan(1_200_000);
  });
});

describe("attack 13: names of prototypes", () => {
  const poison = '{"__proto__": {"pwned": 1}, "constructor": {"prototype": {"pwned": 1}}}';

  it.each(["metadata", "attachments", "data", "fan_in"])("in %s leave every object as it was", (place) => {
    const cell = toCode("a", [toResult({ "text/plain": "t" })]);
    const prose = { cell_type: "markdown", metadata: { fan_in: 1 }, source: "", attachments: 1 };
    const text = toFile([{ ...cell, metadata: 1 }, prose]).replace(
      place === "data" ? /"data": \{[^}]*\}/ : new RegExp(`"${place}": 1`),
      `"${place}": ${poison}`,
    );
    expect(text).toContain("pwned");
    importNotebook(text.replace(/"(metadata|attachments|fan_in)": 1/g, '"$1": {}'));
    expect(({} as Record<string, unknown>).pwned).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty("pwned");
  });

  it("an attachment of such a name is one like any other", () => {
    const text = toFile([
      { cell_type: "markdown", metadata: {}, source: "", attachments: { here: { "image/png": PNG } } },
    ]);
    const cell = read(text.replace('"here"', '"__proto__"')).document.cells[0];
    const names = cell?.kind === "markdown" ? Object.keys(cell.attachments ?? {}) : [];
    expect([[], ["__proto__"]]).toContainEqual(names);
    expect(Object.getPrototypeOf(cell && "attachments" in cell ? cell.attachments : {})).toBe(
      Object.prototype,
    );
  });
});

describe("attack 15: weight", () => {
  it("a file over 5 MB is refused before it is parsed", () => {
    expect(findTooLarge(200e6)).toMatch(/200\.0 MB; at most 5 MB/);
    expect(findTooLarge(5e6)).toBeUndefined();
    expect(problem("[".repeat(5_000_001))).toContain("at most 5 MB");
  });

  it("more than 500 cells are refused", () => {
    const cells = Array.from({ length: 100_000 }, () => 0);
    expect(problem(toFile(cells))).toContain("The notebook has 100000 cells; at most 500 are opened here.");
  });
});

describe("attack 17: JSON against the parser", () => {
  it("nested 30,000 deep it is refused with its place", () => {
    expect(problem(`{"nbformat": 4, "cells": ${"[".repeat(30_000)}${"]".repeat(30_000)}}`)).toContain(
      "nest more than 100 deep",
    );
  });

  it("with 10⁵ keys, or half a character, it is read", () => {
    const metadata = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, 0]));
    expect(read(toFile([toCode("\ud800")], { metadata })).document.cells[0]).toMatchObject({
      source: "\ud800",
    });
  });
});
