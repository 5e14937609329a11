/** A lesson's flow as a notebook has it: pieces of Markdown, and the cells between them. */

export type Part = { text: string; begins?: true } | { cell: string };

/** Texts that follow each other become one, except where a section begins. */
export function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if ("text" in part && part.text.trim() === "") continue;
    if (last && "text" in last && "text" in part && !part.begins) last.text += `\n\n${part.text}`;
    else joined.push({ ...part });
  }
  return joined;
}

/** Every text changed as a whole; cells stay where they are. */
export function mapTexts(parts: readonly Part[], change: (text: string) => string): Part[] {
  const whole = parts.map((part) => ("text" in part ? { text: part.text } : part));
  return joinParts(whole).map((part) => ("text" in part ? { text: change(part.text) } : part));
}

/** A block quote. */
export function quote(parts: readonly Part[]): Part[] {
  return mapTexts(parts, (text) => text.replace(/^/gm, "> ").replace(/^> $/gm, ">"));
}

/** An item of a numbered list. */
export function toItem(parts: readonly Part[], number: number): Part[] {
  const mark = `${number}. `;
  const indent = " ".repeat(mark.length);
  return mapTexts(parts, (text) => mark + text.replace(/\n(?=[^\n])/g, `\n${indent}`));
}

/** Folded until it is wanted; what holds a cell cannot be folded, and stands under its name. */
export function fold(summary: string, parts: readonly Part[]): Part[] {
  const joined = mapTexts(parts, (text) => text);
  if (joined.some((part) => "cell" in part)) return [{ text: `**${summary}**` }, ...joined];
  const text = joined.map((part) => ("text" in part ? part.text : "")).join("\n\n");
  return [{ text: `<details>\n<summary>${summary}</summary>\n\n${text}\n\n</details>` }];
}
