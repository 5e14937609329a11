/** Our own types of output, each with the schema that lets it in from a file. */
import { FIGURE_MIME, parseFigure } from "@/lib/plots";

type Reader = (value: unknown) => { value: unknown } | null;

const readers: Record<string, Reader> = {
  [FIGURE_MIME](value) {
    const parsed = parseFigure(value);
    return parsed.ok ? { value: parsed.figure } : null;
  },
};

/** The value of one of our types; null for any other type, and for what its schema refuses. */
export function maybeOwnValue(mime: string, value: unknown): { value: unknown } | null {
  return Object.hasOwn(readers, mime) ? (readers[mime]?.(value) ?? null) : null;
}
