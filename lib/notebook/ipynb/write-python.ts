/** A notebook as Python: each cell's PyTorch twin, and `lab.py` folded into the first cell. It runs in any Jupyter that has PyTorch. */
import type { Output } from "../model";
import type { CodeCell, DocumentCell, NotebookDocument } from "./document";
import { IdGiver } from "./ids";
import { FOLDED, foldLab } from "./lab-cell";
import { toFence } from "./markdown";
import {
  type JsonObject,
  LANGUAGES,
  METADATA_SCHEMA,
  type NbCell,
  type NbNotebook,
  toLines,
} from "./nbformat";
import { toNbOutput, toTwinOutputs } from "./write-outputs";
import { toJupyterMetadata, type WriteOptions } from "./write-typescript";

/** `lab` is the text of `lab.py`. */
export type PythonOptions = WriteOptions & { lab: string };

/** The Python form of a notebook. What has no twin says so, and shows its TypeScript. */
export function toPythonNotebook(document: NotebookDocument, options: PythonOptions): NbNotebook {
  const { title, lesson, bits, cells } = document;
  const writer = new Writer(options.drawSvg ?? (() => undefined));
  writer.code("fan-in-lab", {
    source: foldLab(options.lab),
    metadata: { ...FOLDED, fan_in: { role: "lab" } },
  });
  for (const cell of cells) write(writer, cell);
  return {
    cells: writer.cells,
    metadata: {
      ...LANGUAGES.python,
      title,
      fan_in: {
        schema: METADATA_SCHEMA,
        form: "python",
        title,
        bits,
        ...(lesson !== undefined && { lesson }),
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

class Writer {
  readonly cells: NbCell[] = [];
  readonly #ids = new IdGiver();
  #count = 0;
  readonly drawSvg: (output: Output) => string | undefined;

  constructor(drawSvg: (output: Output) => string | undefined) {
    this.drawSvg = drawSvg;
  }

  /** The execution count that the next code cell will have. */
  get next(): number {
    return this.#count + 1;
  }

  markdown(id: string, source: string, rest: Partial<NbCell> = {}): void {
    this.cells.push({
      cell_type: "markdown",
      id: this.#ids.give(id),
      metadata: {},
      source: toLines(source),
      ...rest,
    });
  }

  code(id: string, { source, metadata, outputs = [] }: CodeParts): void {
    this.#count += 1;
    this.cells.push({
      cell_type: "code",
      id: this.#ids.give(id),
      metadata,
      source: toLines(source),
      outputs,
      execution_count: this.#count,
    });
  }
}

type CodeParts = { source: string; metadata: JsonObject; outputs?: NbCell["outputs"] & object };

function write(writer: Writer, cell: DocumentCell): void {
  if (cell.kind === "markdown") {
    const { id, source, attachments } = cell;
    writer.markdown(id, source, attachments ? { attachments } : {});
  } else if (cell.language === "py") {
    const outputs = cell.outputs.map(toNbOutput);
    writer.code(cell.id, { source: cell.source, metadata: toJupyterMetadata(cell), outputs });
  } else if (cell.twin) writeTwin(writer, cell);
  else
    writer.markdown(
      cell.id,
      `**This cell has no PyTorch twin.** In TypeScript it reads:\n\n${toFence(cell.source, "ts")}`,
      { metadata: { fan_in: { role: "no-twin", cell: cell.id } } },
    );
}

function writeTwin(writer: Writer, cell: CodeCell): void {
  const { id, twin, source, author, outputs } = cell;
  if (!twin) return;
  if (author !== undefined) {
    const note = `**You changed this cell.** Below is the PyTorch twin of what its author wrote. Your TypeScript:\n\n${toFence(source, "ts")}`;
    writer.markdown(`${id}-yours`, note, { metadata: { fan_in: { role: "edited", cell: id } } });
  }
  const svg = outputs.map(writer.drawSvg).find((drawn) => drawn !== undefined);
  writer.code(id, {
    source: twin.source,
    metadata: { fan_in: { role: "twin", cell: id }, ...toJupyterMetadata(cell) },
    outputs: twin.ran ? toTwinOutputs(twin.ran, { count: writer.next, svg }) : [],
  });
}
