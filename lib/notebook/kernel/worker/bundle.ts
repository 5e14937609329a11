/** A value's MIME bundle: its text always, and the richer form that it offers. */
import { FIGURE_MIME, summarise } from "@/lib/plots";
import { toDrawn } from "@/lib/plots/worker";
import type { MimeBundle } from "../../model";
import { inspect } from "../../outputs/inspect";

/** What a value shows of itself: by its own hook (figures of `lab`), as a drawn plot, or as text. */
export function toBundle(value: unknown): MimeBundle {
  const hook = (value as { [key: symbol]: unknown } | null | undefined)?.[Symbol.for("fan-in.display")];
  if (typeof hook === "function") return hook.call(value) as MimeBundle;
  const drawn = toDrawn(value);
  if (drawn) return { "text/plain": summarise(drawn), [FIGURE_MIME]: drawn };
  return { "text/plain": inspect(value) };
}
