/** Notebooks of format 3 (before 2015), turned into format 4 as Jupyter does it. */

type Json = Record<string, unknown>;

/** Short names of types that format 3 used for outputs. */
const TYPES: Record<string, string> = {
  text: "text/plain",
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  latex: "text/latex",
  json: "application/json",
  javascript: "application/javascript",
  pdf: "application/pdf",
};

/** The cells of all worksheets, in format 4. What is no object is passed on, for the checks that follow to name. */
export function upgradeWorksheets(worksheets: readonly unknown[]): unknown[] {
  return worksheets
    .flatMap((sheet) => (isObject(sheet) && Array.isArray(sheet.cells) ? sheet.cells : []))
    .map(upgradeCell);
}

function upgradeCell(cell: unknown): unknown {
  if (!isObject(cell)) return cell;
  const { cell_type, metadata, source, input, prompt_number, outputs, level } = cell;
  if (cell_type === "heading") {
    const marks = "#".repeat(Math.min(6, Math.max(1, Number(level) || 1)));
    const text = [source].flat().join("").replace(/\n/g, " ");
    return { cell_type: "markdown", metadata, source: `${marks} ${text}` };
  }
  if (cell_type === "html") return { cell_type: "markdown", metadata, source };
  if (cell_type !== "code") return { cell_type, metadata, source };
  return {
    cell_type,
    metadata,
    source: input,
    execution_count: prompt_number ?? null,
    outputs: Array.isArray(outputs) ? outputs.map(upgradeOutput) : outputs,
  };
}

function upgradeOutput(output: unknown): unknown {
  if (!isObject(output)) return output;
  const { output_type, metadata, prompt_number, stream, ...rest } = output;
  if (output_type === "stream") return { output_type, name: stream ?? "stdout", text: rest.text ?? "" };
  if (output_type === "pyerr") return { ...rest, output_type: "error" };
  if (output_type !== "pyout" && output_type !== "display_data") return output;
  const data = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [Object.hasOwn(TYPES, name) ? TYPES[name] : name, value]),
  );
  return output_type === "pyout"
    ? { output_type: "execute_result", execution_count: prompt_number ?? null, data, metadata }
    : { output_type, data, metadata };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
