/** A value's MIME bundle: its text always, and the richer form that it offers. */
import { FIGURE_MIME, summarise } from "@/lib/plots";
import { toDrawn } from "@/lib/plots/worker";
import { inspect } from "../../outputs/inspect";

const DISPLAY: unique symbol = Symbol.for("fan-in.display") as never;

/** What a value shows of itself: by its own hook (figures of `lab`), as a drawn plot, or as text. The writer checks it. */
export function toBundle(value: unknown): unknown {
  let hook: unknown;
  try {
    hook = (value as { [DISPLAY]?: unknown } | null | undefined)?.[DISPLAY];
  } catch {
    return { "text/plain": inspect(value) }; // A proxy that refuses every look is shown as what it is.
  }
  if (typeof hook === "function") return Reflect.apply(hook, value, []);
  const drawn = toDrawn(value);
  if (drawn) return { "text/plain": summarise(drawn), [FIGURE_MIME]: drawn };
  return { "text/plain": inspect(value) };
}
