/** A notebook as a Python script, in the cells that editors know (`# %%`): for pasting. */
import type { DocumentCell, NotebookDocument } from "./document";
import { foldLab } from "./lab-cell";

/** The twins of a notebook, prose as comments; `lab.py` is folded in where a twin imports it. */
export function toPythonScript({ title, cells }: NotebookDocument, { lab }: { lab: string }): string {
  const parts = cells.map(toPart);
  const usesLab = parts.some((part) => /^\s*(?:import|from)\s+lab\b/m.test(part));
  const begins = usesLab ? [`# %% lab\n${foldLab(lab)}`] : [];
  return `${[`# ${title.replace(/\s+/g, " ")}`, ...begins, ...parts].join("\n\n")}\n`;
}

function toPart(cell: DocumentCell): string {
  if (cell.kind === "markdown") return `# %% [markdown]\n${toComment(cell.source)}`;
  if (cell.language === "py") return `# %% ${toName(cell.id)}\n${cell.source.trimEnd()}`;
  if (!cell.twin)
    return `# %% ${toName(cell.id)}\n${toComment(`No PyTorch twin. In TypeScript:\n\n${cell.source}`)}`;
  const changed =
    cell.author === undefined ? "" : "# The twin of what the author wrote: the cell was changed since.\n";
  return `# %% ${toName(cell.id)}\n${changed}${cell.twin.source.trimEnd()}`;
}

function toComment(text: string): string {
  return text
    .trimEnd()
    .split(/\r\n?|[\n\u0085\u2028\u2029\f\v]/)
    .map((line) => `# ${line}`.trimEnd())
    .join("\n");
}

/** On one line, whatever the id is. */
function toName(id: string): string {
  return id.replace(/[^\w.-]+/g, "-");
}
