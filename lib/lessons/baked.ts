/** What a lesson's cells put out when it was built: the file in .baked/, its schema, and whether it is of this text. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { outputSchema } from "../notebook/outputs/schema";

/** Rises when the file's shape changes. */
const VERSION = 1;

const figureSchema = z.object({
  /** Which of the cell's outputs this draws. */
  output: z.number().int(),
  /** SVG for a text column, and for a phone. */
  wide: z.string(),
  narrow: z.string(),
});

export const bakedSchema = z.object({
  version: z.literal(VERSION),
  /** Of the lesson's text. */
  source: z.string(),
  /** Of all that the outputs depend on beside the text. */
  engine: z.string(),
  cells: z.array(
    z.object({
      id: z.string(),
      state: z.enum(["done", "failed"]),
      outputs: z.array(outputSchema),
      executionCount: z.number(),
      /** Text by expression. */
      values: z.record(z.string(), z.string()),
      /** Milliseconds. */
      elapsed: z.number(),
      figures: z.array(figureSchema),
    }),
  ),
});
export type Baked = z.infer<typeof bakedSchema>;
export type BakedCell = Baked["cells"][number];
export type BakedFigure = z.infer<typeof figureSchema>;

/** Where a lesson's outputs lie. */
export function bakedPath(root: string, slug: string): string {
  return path.join(root, ".baked", `${slug}.json`);
}

/** A short name for a text: equal texts have equal names. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Reads what was baked; null where there is nothing, or only something of another shape. */
export async function loadBaked(root: string, slug: string): Promise<Baked | null> {
  let text: string;
  try {
    text = await readFile(bakedPath(root, slug), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return bakedSchema.safeParse(JSON.parse(text)).data ?? null;
}
