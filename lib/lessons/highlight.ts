/** Code coloured on the server: spans with the five classes of the look (k s c f num), no inline styles. */
import type { Element, ElementContent } from "hast";
import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import bash from "shiki/langs/bash.mjs";
import python from "shiki/langs/python.mjs";
import typescript from "shiki/langs/typescript.mjs";

/** A run of characters of one kind: keyword, string, comment, function, number, or plain. */
export type Token = { text: string; kind: Kind | null };
type Kind = "k" | "s" | "c" | "f" | "num";

/** Colours are only names here: the theme's answer is looked up again. */
const kinds: Record<string, Kind> = {
  "#000001": "k",
  "#000002": "s",
  "#000003": "c",
  "#000004": "f",
  "#000005": "num",
};
const scopes: Record<Kind, string[]> = {
  k: ["keyword", "storage", "constant.language", "variable.language"],
  s: ["string", "storage.type.string", "punctuation.definition.string"],
  c: ["comment", "punctuation.definition.comment"],
  f: ["entity.name.function", "support.function", "meta.function-call.generic"],
  num: ["constant.numeric"],
};
const plainScopes = [
  "keyword.operator.assignment",
  "keyword.operator.arithmetic",
  "keyword.operator.comparison",
  "keyword.operator.relational",
  "keyword.operator.ternary",
  "keyword.operator.spread",
  "keyword.operator.type",
  "storage.type.function.arrow",
  "string meta.template.expression",
];

const theme: ThemeRegistrationRaw = {
  name: "fan-in",
  type: "light",
  settings: [
    { settings: { foreground: "#000000", background: "#ffffff" } },
    ...Object.entries(kinds).map(([colour, kind]) => ({
      scope: scopes[kind],
      settings: { foreground: colour },
    })),
    { scope: plainScopes, settings: { foreground: "#000000" } },
  ],
};

const languages: Record<string, string> = {
  ts: "typescript",
  typescript: "typescript",
  js: "typescript",
  py: "python",
  python: "python",
  sh: "bash",
  bash: "bash",
};

let highlighter: Promise<HighlighterCore> | undefined;

/** Splits code into coloured runs; a language that is not known stays plain. */
export async function toTokens(code: string, language: string): Promise<Token[]> {
  const lang = languages[language];
  if (!lang) return [{ text: code, kind: null }];
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [typescript, python, bash],
    engine: createJavaScriptRegexEngine(),
  });
  const { tokens } = (await highlighter).codeToTokens(code, { lang, theme: "fan-in", tokenizeTimeLimit: 0 });
  const joined: Token[] = [];
  for (const [at, line] of tokens.entries()) {
    if (at > 0) append(joined, { text: "\n", kind: null });
    for (const { content, color } of line)
      append(joined, { text: content, kind: kinds[color ?? ""] ?? null });
  }
  return joined;
}

/** Coloured code as HTML, to stand in a `<code>`. */
export async function toHtml(code: string, language: string): Promise<string> {
  const tokens = await toTokens(code, language);
  return tokens
    .map(({ text, kind }) => (kind ? `<span class="${kind}">${escapeText(text)}</span>` : escapeText(text)))
    .join("");
}

/** Coloured code as a tree: `<pre data-language><code>`. */
export async function toElement(code: string, language: string): Promise<Element> {
  const tokens = await toTokens(code, language);
  const children = tokens.map(({ text, kind }): ElementContent => {
    const value = { type: "text", value: text } as const;
    return kind
      ? { type: "element", tagName: "span", properties: { className: [kind] }, children: [value] }
      : value;
  });
  return {
    type: "element",
    tagName: "pre",
    properties: { dataLanguage: language },
    children: [{ type: "element", tagName: "code", properties: {}, children }],
  };
}

function append(tokens: Token[], token: Token): void {
  const last = tokens.at(-1);
  if (last && (last.kind === token.kind || /^\s*$/.test(token.text))) last.text += token.text;
  else tokens.push({ ...token });
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
