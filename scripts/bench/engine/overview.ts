import { toColumns } from "../table";
import type { Figure } from "./measure";
import { show } from "./verdicts";

/** One host's figures: works down, contenders across, medians; below it, why a place is empty. */
export function toOverview(figures: readonly Figure[]): string {
  const names = [...new Set(figures.map(({ contender }) => contender))];
  const works = [...new Set(figures.map(({ work }) => work))];
  const head = [figures[0]?.host ?? "", "unit", "PyTorch", ...names];
  const lines = works.map((work) => {
    const row = figures.filter((figure) => figure.work === work);
    const native = row.find((figure) => figure.native)?.native;
    const cells = names.map((name) => {
      const measured = row.find(({ contender }) => contender === name)?.measured;
      return measured ? show(measured.median) : "–";
    });
    return [row[0]?.what ?? "", row[0]?.unit ?? "", native ? show(native.median) : "–", ...cells];
  });
  return [toColumns([head, ...lines], (column) => column < 2), ...toReasons(figures)].join("\n");
}

/** A reason once, with how many rows it stands for. */
function toReasons(figures: readonly Figure[]): string[] {
  const counts = new Map<string, number>();
  for (const { contender, none } of figures) {
    if (none === undefined) continue;
    const line = `${contender}: ${none}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => `  – ${line} (${count} ${count === 1 ? "row" : "rows"})`);
}

/** How the costs grow, with how often the engine is faster than PyTorch and the spread of that. */
export function toGrowth(figures: readonly Figure[]): string {
  const lines = figures.map(({ what, unit, measured, native, times, none = "" }) => [
    what,
    unit,
    native ? show(native.median) : "–",
    measured ? show(measured.median) : "–",
    times ? `${show(times.median)} (${show(times.min)} to ${show(times.max)})` : none,
  ]);
  const head = ["how a cost grows", "unit", "PyTorch", figures[0]?.contender ?? "", "times PyTorch's speed"];
  return toColumns([head, ...lines], (column) => column < 2);
}
