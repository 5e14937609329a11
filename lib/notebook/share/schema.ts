/** What a link holds: a notebook's texts. Outputs do not travel: they would be a stranger's claims, and come anew, to the bit, by a run. */
import * as z from "zod/mini";
import type { DocumentCell, NotebookDocument } from "../ipynb";
import { RUN_SECONDS_MAX } from "../limits";

/** Version of what a link holds; an older one comes with a migration. */
export const LINK_SCHEMA = 1;
/** Cells that a link may hold. */
const CELLS = 500;

const text = z.string();
const flag = z.exactOptional(z.literal(1));

/** Short names, for every letter counts: s source, o own, a author's source, p Python twin, e error, l limit, g gated. */
const cell = z.strictObject({
  k: z.enum(["ts", "py", "md"]),
  i: text,
  s: text,
  o: flag,
  a: z.exactOptional(text),
  p: z.exactOptional(text),
  e: z.exactOptional(text),
  l: z.exactOptional(z.number().check(z.positive(), z.maximum(RUN_SECONDS_MAX))),
  g: flag,
});

export const linkSchema = z.strictObject({
  t: text,
  l: z.exactOptional(text),
  b: z.number(),
  c: z.array(cell).check(
    z.maxLength(CELLS),
    z.refine((cells) => new Set(cells.map(({ i }) => i)).size === cells.length, "ids must differ"),
  ),
});
type Link = z.infer<typeof linkSchema>;

/** A document as a link holds it. Pictures that prose brought along stay behind: they would not fit. */
export function toLink({ title, lesson, bits, cells }: NotebookDocument): Link {
  return { t: title, ...(lesson !== undefined && { l: lesson }), b: bits, c: cells.map(toLinkCell) };
}

function toLinkCell(given: DocumentCell): Link["c"][number] {
  const { id, source, own, author } = given;
  const shared = {
    i: id,
    s: source,
    ...(own && { o: 1 as const }),
    ...(author !== undefined && { a: author }),
  };
  if (given.kind === "markdown") return { k: "md", ...shared };
  const { language, twin, error, limit, gated } = given;
  return {
    k: language,
    ...shared,
    ...(twin && { p: twin.source }),
    ...(error !== undefined && { e: error }),
    ...(limit !== undefined && { l: limit }),
    ...(gated && { g: 1 }),
  };
}

/** A link's notebook as a document: nothing in it has run. */
export function fromLink({ t, l, b, c }: Link): NotebookDocument {
  return { title: t, ...(l !== undefined && { lesson: l }), bits: b, cells: c.map(fromLinkCell) };
}

function fromLinkCell({ k, i, s, o, a, p, e, l, g }: Link["c"][number]): DocumentCell {
  const shared = {
    id: i,
    source: s,
    ...(o && { own: true as const }),
    ...(a !== undefined && { author: a }),
  };
  if (k === "md") return { kind: "markdown", ...shared };
  return {
    kind: "code",
    language: k,
    ...shared,
    outputs: [],
    executionCount: null,
    ...(p !== undefined && { twin: { source: p } }),
    ...(e !== undefined && { error: e }),
    ...(l !== undefined && { limit: l }),
    ...(g && { gated: true as const }),
  };
}
