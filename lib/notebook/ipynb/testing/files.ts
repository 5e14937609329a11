/** Files as other programs write them. */

/** A notebook of Jupyter's with these cells; `over` replaces parts of it. */
export function toFile(cells: readonly unknown[], over: Record<string, unknown> = {}): string {
  const metadata = {
    kernelspec: { name: "python3", language: "python", display_name: "Python 3" },
    language_info: { name: "python" },
  };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells, ...over }, null, 1);
}

/** A code cell with these outputs. */
export function toCode(source: string, outputs: readonly unknown[] = [], more: Record<string, unknown> = {}) {
  return { cell_type: "code", id: "c1", metadata: {}, execution_count: 1, source, outputs, ...more };
}

/** A result of these types. */
export function toResult(data: Record<string, unknown>) {
  return { output_type: "execute_result", execution_count: 1, data, metadata: {} };
}
