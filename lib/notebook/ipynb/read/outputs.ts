/** Outputs that came with a file: nobody here made them. What is not on a short list is left out, and said. */
import { FIGURE_MIME, LIMITS } from "@/lib/plots";
import { reduceSvg } from "@/lib/plots/svg";
import { OUTPUTS } from "../../limits";
import type { MimeBundle, Output } from "../../model";
import { check } from "./check";
import { maybeOwnValue } from "./mimes";
import { maybePicture } from "./pictures";
import { dataSchema, errorSchema, outputKind, streamSchema } from "./schema";
import { toPlainText } from "./text";

type Path = readonly PropertyKey[];

export type ReadOutputs = {
  outputs: Output[];
  /** What was left out, in the plural: "widgets". */
  left: Set<string>;
};

/** Lines of a traceback that are kept, and characters of a line. */
const TRACEBACK = { lines: 100, line: 1000 } as const;

/** A cell's outputs, cleaned. */
export function readOutputs(values: readonly unknown[], path: Path): ReadOutputs {
  const left = new Set<string>();
  const outputs = values.slice(0, OUTPUTS).flatMap((value, at) => readOutput(value, [...path, at], left));
  if (values.length > OUTPUTS) left.add(`all outputs after the first ${OUTPUTS}`);
  return { outputs, left };
}

function readOutput(value: unknown, path: Path, left: Set<string>): Output[] {
  const kind = check(outputKind, value, path).output_type;
  switch (kind) {
    case "stream": {
      const { name, text } = check(streamSchema, value, path);
      return [{ output_type: kind, name: name === "stderr" ? "stderr" : "stdout", text: toPlainText(text) }];
    }
    case "display_data": {
      const { data } = check(dataSchema, value, path);
      return [{ output_type: kind, data: readData(data, left), metadata: {} }];
    }
    case "execute_result": {
      const { data, execution_count } = check(dataSchema, value, path);
      const count = execution_count ?? 0;
      return [{ output_type: kind, execution_count: count, data: readData(data, left), metadata: {} }];
    }
    case "error": {
      const { ename, evalue, traceback } = check(errorSchema, value, path);
      const lines = toPlainText(traceback.join("\n")).split("\n").slice(0, TRACEBACK.lines);
      return [
        {
          output_type: kind,
          ename: toPlainText(ename).slice(0, TRACEBACK.line),
          evalue: toPlainText(evalue),
          traceback: lines.map((line) => line.slice(0, TRACEBACK.line)),
        },
      ];
    }
    default:
      left.add("outputs of an unknown kind");
      return [];
  }
}

function readData(data: Record<string, unknown>, left: Set<string>): MimeBundle {
  const kept: MimeBundle = { "text/plain": toPlainText(toText(data["text/plain"])) };
  for (const [mime, value] of Object.entries(data)) {
    if (mime === "text/plain") continue;
    const own = maybeOwnValue(mime, value);
    const picture = maybePicture(mime, value);
    if (own) kept[mime] = own.value;
    else if (picture !== null) kept[mime] = picture;
    // A figure of ours brings its data; the drawing beside it was for others.
    else if (mime !== "image/svg+xml") left.add(nameOf(mime));
    else if (!(FIGURE_MIME in data)) readSvg(toText(value), kept, left);
  }
  if (Object.keys(kept).length === 1 && kept["text/plain"] === "")
    kept["text/plain"] = "(An output that is not shown here.)";
  return kept;
}

/** A drawing from elsewhere is shown as one that a cell drew. */
function readSvg(text: string, kept: MimeBundle, left: Set<string>): void {
  const reduced = text.length <= LIMITS.svg ? reduceSvg(text) : undefined;
  if (!reduced) {
    left.add("drawings");
    return;
  }
  if (!reduced.isWhole) left.add("parts of drawings");
  const label = kept["text/plain"].slice(0, 600) || "A drawing";
  kept[FIGURE_MIME] = { kind: "drawn", svg: reduced.svg, label, legends: [] };
}

const NAMES: [RegExp, string][] = [
  [/^text\/html$/, "HTML"],
  [/javascript/, "JavaScript"],
  [/widget/, "widgets"],
  [/^image\//, "pictures"],
  [/^text\/latex$/, "formulae"],
  [/^text\/markdown$/, "formatted text"],
];

function nameOf(mime: string): string {
  return NAMES.find(([pattern]) => pattern.test(mime))?.[1] ?? `${toPlainText(mime).slice(0, 60)} data`;
}

function toText(value: unknown): string {
  return [value]
    .flat()
    .filter((line) => typeof line === "string")
    .join("");
}
