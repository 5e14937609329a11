import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findInlineScripts, toScriptHash } from "./inline-scripts";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const page = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;

describe("findInlineScripts", () => {
  it("hashes the exact text of classic, module, import map and speculation scripts", () => {
    const found = findInlineScripts(
      page(
        '<script>a()</script><script type="module">b()</script><script type="importmap">{"imports":{}}</script>' +
          '<script type="speculationrules">{}</script><script type="text/javascript">c()</script><script type=" TEXT/JavaScript ">d()</script>',
      ),
    );
    expect(found).toEqual(["a()", "b()", '{"imports":{}}', "{}", "c()", "d()"].map(hashOf));
  });

  it("leaves out data blocks and scripts with an address", () => {
    const found = findInlineScripts(
      page(
        '<script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script>' +
          '<script type="text/template">x()</script><script src="/a.js"></script><script async src="/b.js">ignored()</script>',
      ),
    );
    expect(found).toEqual([]);
  });

  it("keeps entities, angle brackets and newlines as they stand, since a script's text is raw", () => {
    const text = '\n  if (a && b < c) push("&amp;\\u003c/script>é → 𝔸")\n';
    expect(findInlineScripts(page(`<script>${text}</script>`))).toEqual([hashOf(text)]);
  });

  it("reads CRLF as the HTML parser does", () => {
    expect(findInlineScripts(page("<script>a();\r\nb();\r</script>"))).toEqual([hashOf("a();\nb();\n")]);
  });

  it("ignores what only looks like a script: in a comment, an attribute, a template or noscript", () => {
    const found = findInlineScripts(
      page(
        "<!-- <script>a()</script> --><p title='<script>b()</script>'>x</p><template><script>c()</script></template>" +
          "<noscript><script>d()</script></noscript><textarea><script>e()</script></textarea>",
      ),
    );
    expect(found).not.toContain(hashOf("a()"));
    expect(found).not.toContain(hashOf("b()"));
    expect(found).not.toContain(hashOf("c()"));
    expect(found).not.toContain(hashOf("d()"));
  });

  it("names each hash once, in page order, whatever attributes the script has", () => {
    const found = findInlineScripts(
      page('<script id="x" data-y>b()</script><script>a()</script><script nomodule>b()</script>'),
    );
    expect(found).toEqual([hashOf("b()"), hashOf("a()")]);
  });
});

describe("toScriptHash", () => {
  it("agrees with the example of the CSP specification", () => {
    expect(toScriptHash("alert('Hello, world.');")).toBe(
      "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
    );
  });
});
