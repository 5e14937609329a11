import type { Package } from "./packages";
import type { Ported } from "./ported";

/** A package with the texts that it asks us to pass on. */
export interface Notice extends Package {
  texts: string[];
}

const rule = "=".repeat(100);

/** What is not a package: comments of ours that name a source, and the licences of those sources. */
export interface PortedNotices {
  ported: readonly Ported[];
  texts: readonly string[];
}

/** The whole file: what was ported, a list of packages, then each licence text once, under those that came with it. */
export function renderNotices(notices: readonly Notice[], { ported, texts }: PortedNotices): string {
  const byText = new Map<string, Notice[]>();
  for (const notice of notices) {
    const text = notice.texts.join("\n\n");
    byText.set(text, [...(byText.get(text) ?? []), notice]);
  }
  const bare = byText.get("") ?? [];
  byText.delete("");
  return [
    "Third-party notices",
    "",
    "Fan-in itself is under the MIT licence (see LICENSE). It builds on the packages below, each under its own licence.",
    "This file is written by `npm run notices`; do not edit it.",
    "",
    ...(ported.length === 0
      ? []
      : [
          "Algorithms ported into our own source, as its comments say:",
          "",
          ...ported.flatMap(({ file, text }) => [file, indent(text), ""]),
        ]),
    ...texts.flatMap((text) => [rule, text, ""]),
    rule,
    "Packages:",
    "",
    ...notices.map(({ name, version, licence }) => `${name} ${version} (${licence})`),
    ...(bare.length === 0
      ? []
      : [
          "",
          rule,
          "These packages ship no licence text; each names its licence in its package.json:",
          "",
          ...bare.map(toLabel),
        ]),
    ...[...byText].flatMap(([text, owners]) => ["", rule, ...owners.map(toLabel), "", text]),
    "",
  ].join("\n");
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}

function toLabel({ name, version, licence }: Notice): string {
  return `${name} ${version} (${licence})`;
}
