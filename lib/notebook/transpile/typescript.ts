import { transform } from "sucrase";

const OPTIONS = {
  transforms: ["typescript" as const],
  // Without these two, `import torch` vanishes where its cell does not use it, and modern syntax is rewritten in vain.
  keepUnusedImports: true,
  disableESTransforms: true,
};

/** Takes the types out; every line stays where it is. Throws sucrase's own error, whose `pos` is an offset. */
export function stripTypes(source: string): string {
  return transform(source, OPTIONS).code;
}

/** The column (from 0) in the source of a place in what `stripTypes` made of it; lines are the same in both. */
export function sourceColumn(source: string, { line, column }: { line: number; column: number }): number {
  const { sourceMap } = transform(source, {
    ...OPTIONS,
    filePath: "cell",
    sourceMapOptions: { compiledFilename: "cell" },
  });
  let mapped = 0;
  // Columns of the source are relative to the segment before, across lines, so all lines are read.
  for (const [index, text] of (sourceMap?.mappings ?? "").split(";").entries()) {
    let generated = 0;
    let original = column;
    for (const segment of text ? text.split(",") : []) {
      const [step = 0, , , move = 0] = decode(segment);
      generated += step;
      mapped += move;
      if (generated <= column) original = mapped + column - generated;
    }
    if (index === line) return original;
  }
  return column;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The numbers of one segment of a source map (base 64, five bits and a continuation bit a digit, sign last). */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const char of segment) {
    const digit = DIGITS.indexOf(char);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
