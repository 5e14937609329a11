import type { Instrument } from "@/components/layout/HomeInstrument";
import { lesson, lessons } from "@/lib/lessons";
import { FIGURE_MIME } from "@/lib/notebook/model";
import { parseFigure } from "@/lib/plots";

/** The lessons' figure of the signal by depth that compares most schemes; null while there is none. */
export async function loadInstrument(): Promise<Instrument | null> {
  let best: Instrument | null = null;
  for (const { slug, number } of await lessons()) {
    const { cells } = await lesson(slug);
    for (const { id, baked } of cells) {
      for (const drawn of baked.figures) {
        const output = baked.outputs[drawn.output];
        const parsed = output && "data" in output ? parseFigure(output.data[FIGURE_MIME]) : null;
        if (!parsed?.ok || parsed.figure.kind !== "depth") continue;
        if (best && best.figure.schemes.length >= parsed.figure.schemes.length) continue;
        best = { figure: parsed.figure, baked: drawn, source: { slug, number, cell: id } };
      }
    }
  }
  return best;
}
