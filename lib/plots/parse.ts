/** The border that a figure from a cell crosses: a full spec, or the reason why not. */
import { type FigureSpec, figureSchema, LIMITS } from "./spec";

export type ParsedFigure = { ok: true; figure: FigureSpec } | { ok: false; problem: string };

/** Reads a figure from untrusted JSON; it never throws. */
export function parseFigure(value: unknown): ParsedFigure {
  const parsed = figureSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join(".") || "figure";
    return {
      ok: false,
      problem: `figure: ${place} is not what a figure holds there (${issue?.message ?? "unknown"}).`,
    };
  }
  const numbers = countNumbers(parsed.data);
  if (numbers > LIMITS.figure) {
    return {
      ok: false,
      problem: `figure: at most ${LIMITS.figure} numbers, got ${numbers}. Plot fewer points.`,
    };
  }
  return { ok: true, figure: parsed.data as FigureSpec };
}

function countNumbers(value: unknown): number {
  if (Array.isArray(value) && (value.length === 0 || typeof value[0] === "number" || value[0] === null))
    return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + countNumbers(part), 0);
}
