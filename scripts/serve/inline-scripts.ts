import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import type { ScriptHash } from "./policy";

// https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type: with any other type the element is a data
// block, which no browser runs. Import maps and speculation rules are not run either, but CSP does ask for their hash.
const executable = new Set(["", "module", "importmap", "speculationrules"]);
const javascript =
  /^(text|application)\/(x-)?(java|ecma)script$|^text\/(jscript|livescript|javascript1\.[0-5])$/;

/** Hashes of the inline scripts that a browser would run in this page, each once, in page order. */
export function findInlineScripts(html: string): ScriptHash[] {
  const { document } = parseHTML(html.replace(/\r\n?/g, "\n")); // the HTML parser normalises newlines before hashing
  const hashes = new Set<ScriptHash>();
  for (const script of document.querySelectorAll("script")) {
    if (script.hasAttribute("src") || script.closest("template, noscript")) continue;
    const type = (script.getAttribute("type") ?? "").trim().toLowerCase();
    if (executable.has(type) || javascript.test(type)) hashes.add(toScriptHash(script.textContent ?? ""));
  }
  return [...hashes];
}

/** The CSP source that allows exactly this script text. */
export function toScriptHash(text: string): ScriptHash {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}
