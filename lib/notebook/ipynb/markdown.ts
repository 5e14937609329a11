/** A notebook as text that other places take: one Markdown document. */
import type { Output } from "../model";
import type { DocumentCell, NotebookDocument } from "./document";

/** A fence that the code in it cannot close. */
export function toFence(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/\n$/, "")}\n${fence}`;
}

/** The whole notebook: prose as it is, code in fences, and what it printed below. */
export function toMarkdown({ title, cells }: NotebookDocument): string {
  const parts = cells.map(toPart).filter((part) => part !== "");
  const begins = /^#\s/.test(parts[0] ?? "") ? [] : [`# ${title}`];
  return `${[...begins, ...parts].join("\n\n")}\n`;
}

function toPart(cell: DocumentCell): string {
  if (cell.kind === "markdown") return cell.source.trim();
  const printed = cell.outputs.map(toText).join("").trimEnd();
  const code = toFence(cell.source, cell.language);
  return printed === "" ? code : `${code}\n\n${toFence(printed, "text")}`;
}

function toText(output: Output): string {
  switch (output.output_type) {
    case "stream":
      return output.text;
    case "display_data":
    case "execute_result":
      return `${output.data["text/plain"]}\n`;
    case "error":
      return `${output.ename}: ${output.evalue}\n`;
    default:
      return output satisfies never;
  }
}
