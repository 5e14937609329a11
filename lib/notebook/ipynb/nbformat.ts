/** Jupyter's file format, as far as it is written here: version 4.5. */

export type JsonObject = { [key: string]: unknown };

export type NbOutput = { output_type: string } & JsonObject;

export type NbCell = {
  cell_type: "code" | "markdown";
  id: string;
  metadata: JsonObject;
  source: string[];
  outputs?: NbOutput[];
  execution_count?: number | null;
  attachments?: JsonObject;
};

export type NbNotebook = {
  cells: NbCell[];
  metadata: JsonObject;
  nbformat: 4;
  nbformat_minor: 5;
};

/** Version of what stands under `fan_in` in a file's metadata. */
export const METADATA_SCHEMA = 1;

/** What a file says of its language: Jupyter starts the kernel of this name and colours by it. */
export const LANGUAGES = {
  python: {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: {
      codemirror_mode: { name: "ipython", version: 3 },
      file_extension: ".py",
      mimetype: "text/x-python",
      name: "python",
      nbconvert_exporter: "python",
      pygments_lexer: "ipython3",
    },
  },
  typescript: {
    kernelspec: { display_name: "Fan-in (in the browser)", language: "typescript", name: "fan-in" },
    language_info: {
      codemirror_mode: { name: "text/typescript" },
      file_extension: ".ts",
      mimetype: "text/typescript",
      name: "typescript",
      pygments_lexer: "typescript",
    },
  },
} as const;

/** A text as Jupyter stores it: its lines, each with its end. */
export function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The file's text, as Jupyter would write it. */
export function toFileText(notebook: NbNotebook): string {
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
