/** What a helper returns: a figure as data, which says its numbers in words and is drawn by the page. */
import { FIGURE_MIME, type FigureSpec, parseFigure, summarise, type Table, tabulate } from "@/lib/plots";

const DISPLAY = Symbol.for("fan-in.display");

/** A figure. As the last value of a cell it is shown; `String(figure)` is its summary, `figure.table()` its data. */
export class Figure<Spec extends FigureSpec = FigureSpec> {
  readonly spec: Spec;

  /** Checks the data as the page will; `who` is the helper that a problem is told by. */
  constructor(spec: Spec, { who }: { who: string }) {
    const parsed = parseFigure(spec);
    if (!parsed.ok) throw new RangeError(`${who}: ${parsed.problem.replace(/^figure: /, "")}`);
    this.spec = spec;
  }

  table(): Table {
    return tabulate(this.spec);
  }

  toString(): string {
    return summarise(this.spec);
  }

  [DISPLAY](): { "text/plain": string; [FIGURE_MIME]: Spec } {
    return { "text/plain": summarise(this.spec), [FIGURE_MIME]: this.spec };
  }
}
