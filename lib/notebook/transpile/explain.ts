import { findBrackets } from "./brackets";
import { maskSource } from "./mask";
import { findPython } from "./python";
import { sayTrouble, type Trouble } from "./sentences";
import { CellSyntaxError, linesOf, offsetOf, placeOf } from "./syntax-error";

/** A parser's complaint about a learner's text, as an error that names the place and says what to do. */
export function explain(
  complaint: string,
  { source, offset, cause }: { source: string; offset: number; cause?: unknown },
): CellSyntaxError {
  const masked = maskSource(source);
  const place = placeOf(source, offset);
  const maskedLines = linesOf(masked);
  const lines = linesOf(source).map((text, index) => ({ text, masked: maskedLines[index] ?? "" }));
  const python = findPython(lines, place.line - 1);
  if (python)
    return new CellSyntaxError(python.message, { ...placeOf(source, offsetOf(source, python)), cause });
  const trouble: Trouble = {
    complaint: complaint.replace(/ \(\d+:\d+\)$/, "").replace(/\.$/, ""),
    offset,
    source,
    masked,
    line: lines[place.line - 1] ?? { text: "", masked: "" },
    token: tokenAt(source, offset),
    brackets: findBrackets(masked, offset),
  };
  const { message, at = offset } = sayTrouble(trouble);
  return new CellSyntaxError(message, { ...placeOf(source, at), cause });
}

/** The word or sign at an offset; empty at the end of the text. */
function tokenAt(source: string, offset: number): string {
  return (
    /^(?:[\p{ID_Continue}$]+|=>|[=!<>]=+|&&|\|\||[\s\S])/u.exec(source.slice(offset, offset + 60))?.[0] ?? ""
  );
}
