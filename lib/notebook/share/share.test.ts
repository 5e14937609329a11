import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentCell, NotebookDocument } from "../ipynb";
import { documents } from "../ipynb/testing/documents";
import { EASY_LENGTH, fromFragment, isFragment, LINK_LENGTH, toFragment } from ".";
import { toBase64Url, toChecksum } from "./bytes";
import { deflate, inflate, TooLarge } from "./deflate";

const small: NotebookDocument = {
  title: "T",
  bits: 1,
  cells: [{ kind: "code", id: "a", language: "ts", source: "print(1);", outputs: [], executionCount: null }],
};

async function make(document: NotebookDocument): Promise<string> {
  const made = await toFragment(document);
  if (!made.ok) throw new Error(made.problem);
  return made.fragment;
}

const problem = async (hash: string) => {
  const read = await fromFragment(hash);
  return read.ok ? "" : read.problem;
};

/** A link of any JSON, as somebody makes one who knows how. */
function forge(json: string, { version = "1" } = {}): string {
  const bytes = new TextEncoder().encode(json);
  return `#nb=${version}.${toChecksum(bytes)}.${toBase64Url(deflateRawSync(bytes))}`;
}

/** What a link keeps of a cell: no outputs, no counts, no pictures, and of a twin its source. */
function toKept(cell: DocumentCell): DocumentCell {
  if (cell.kind === "markdown") {
    const { attachments: _, ...kept } = cell;
    return kept;
  }
  const { twin, ...rest } = cell;
  return { ...rest, outputs: [], executionCount: null, ...(twin && { twin: { source: twin.source } }) };
}

describe("a notebook in a link", () => {
  it("comes back as it was, but for its outputs and pictures", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const hash = await make(document);
        expect(hash).toMatch(/^nb=[A-Za-z0-9._-]*$/);
        expect(await fromFragment(`#${hash}`)).toStrictEqual({
          ok: true,
          document: { ...document, cells: document.cells.map(toKept) },
        });
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it("is told from other fragments", () => {
    expect([isFragment("#nb=1.2.3"), isFragment("#where-it-comes-from"), isFragment("")]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("is refused with a sentence when any letter of it was changed, and when it was cut", async () => {
    const hash = await make(small);
    const start = hash.indexOf(".") + 1;
    for (let at = start; at < hash.length; at++) {
      const other = hash[at] === "a" ? "b" : "a"; // A letter of both parts: the sum is in hexadecimal.
      expect(await problem(hash.slice(0, at) + other + hash.slice(at + 1)), `letter ${at}`).not.toBe("");
      expect(await problem(hash.slice(0, at)), `cut at ${at}`).toContain("The link is damaged");
    }
  });

  it("of another version says so", async () => {
    expect(await problem(forge("{}", { version: "2" }))).toContain("made by another version of this site");
  });

  const cell = (source: string): DocumentCell => ({ kind: "markdown", id: "m", source });
  const noise = (length: number) => {
    let state = 1;
    return Array.from({ length }, () => {
      state = (state * 48271) % 2147483647;
      return String.fromCharCode(33 + (state % 90));
    }).join("");
  };

  it("warns where messengers may cut it, and is refused with the way out where browsers may", async () => {
    expect(await toFragment(small)).toMatchObject({ ok: true, warning: undefined });
    const long = await toFragment({ ...small, cells: [cell(noise(EASY_LENGTH))] });
    expect(long).toMatchObject({ ok: true, warning: expect.stringContaining("some messengers cut links") });
    for (const length of [LINK_LENGTH, 300_000])
      expect(await toFragment({ ...small, cells: [cell(noise(length))] })).toMatchObject({
        ok: false,
        problem: expect.stringContaining("Export it as a file"),
      });
  });
});

describe("attack 12: a link with hostile text", () => {
  it.each([
    "<script>globalThis.pwned = 1</script>",
    "import x from 'https://evil'; {globalThis.pwned = 1}",
    "`\u0024{globalThis.pwned = 1}`",
  ])("%s comes as text, and nothing of it is run", async (source) => {
    const read = await fromFragment(
      await make({ ...small, cells: [{ ...small.cells[0], source } as DocumentCell] }),
    );
    expect(read).toMatchObject({
      ok: true,
      document: { cells: [{ source, outputs: [], executionCount: null }] },
    });
    expect(globalThis).not.toHaveProperty("pwned");
  });

  it.each([
    ["no object", "[]"],
    ["a name of prototypes", '{"t":"T","b":1,"c":[],"__proto__":{"pwned":1}}'],
    [
      "a cell's name of prototypes",
      '{"t":"T","b":1,"c":[{"k":"ts","i":"a","s":"","__proto__":{"pwned":1}}]}',
    ],
    ["a constructor", '{"t":"T","b":1,"c":[],"constructor":{"prototype":{"pwned":1}}}'],
    ["outputs", '{"t":"T","b":1,"c":[{"k":"ts","i":"a","s":"","outputs":[]}]}'],
    ["one id twice", '{"t":"T","b":1,"c":[{"k":"ts","i":"a","s":""},{"k":"md","i":"a","s":""}]}'],
    ["half a JSON", '{"t":'],
    ["a tower", `{"t":${"[".repeat(30_000)}`],
    [
      "too many cells",
      `{"t":"T","b":1,"c":[${Array.from({ length: 501 }, (_, at) => `{"k":"md","i":"${at}","s":""}`)}]}`,
    ],
  ])("that holds %s is refused, or nothing of it stays", async (_, json) => {
    const read = await fromFragment(forge(json));
    if (read.ok) expect(JSON.stringify(read.document)).not.toContain("pwned");
    else expect(read.problem).toContain("what it holds is no notebook");
    expect(Object.prototype).not.toHaveProperty("pwned");
  });

  it("a good link made the same way is opened: the refusals above are the schema's", async () => {
    expect(await fromFragment(forge('{"t":"T","b":1,"c":[]}'))).toMatchObject({ ok: true });
  });
});

describe("attack 14: a link that unfolds without end", () => {
  // A gigabyte of zeros is a megabyte deflated; what a link may be long holds this much of it.
  const bomb = deflateRawSync(new Uint8Array(100_000_000));
  const hash = `nb=1.00000000.${toBase64Url(bomb.subarray(0, 120_000))}`;
  const own = { CompressionStream: undefined, DecompressionStream: undefined };

  it("is given up at 256 KB, in the browser's way and in ours", async () => {
    expect(await problem(hash)).toBe("The link was not opened: it unfolds to more than 256 KB.");
    await expect(inflate(new Uint8Array(bomb), 1000, own)).rejects.toThrow(TooLarge);
    await expect(inflate(new Uint8Array(bomb), 1000)).rejects.toThrow(TooLarge);
  });

  it("is not even looked at when it is longer than any link of ours", async () => {
    expect(await problem(`nb=1.00000000.${"A".repeat(200_000)}`)).toContain("at most 200000 are read");
  });

  it("both ways write and read the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (given) => {
        const bytes = new Uint8Array(given);
        const [theirs, ours] = [
          new Uint8Array(await deflate(bytes)),
          new Uint8Array(await deflate(bytes, own)),
        ];
        for (const packed of [theirs, ours])
          for (const streams of [undefined, own])
            expect([...(await inflate(packed, 5000, streams))]).toEqual([...bytes]);
        const cut = ours.subarray(0, ours.length - 1);
        await expect(inflate(new Uint8Array(cut), 5000, own)).rejects.toThrow();
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});
