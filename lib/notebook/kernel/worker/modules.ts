/** What a cell can import: the engine, Observable Plot on a document of ours, and the helpers of this subject. */
import * as lab from "@/lib/lab";
import * as torch from "@/lib/torch";
import type { CellModule } from "./runtime";

export type CellModules = {
  modules: ReadonlyMap<string, CellModule>;
  setFigureWidth(width: number): void;
  /** Takes the script of `plot.ts`, whose value is its exports; it is evaluated at the first import. */
  setPlotScript(script: string): void;
};

/** `import * as torch` gives what `import torch` gives: a name that the engine lacks is said to be missing. */
const engine = new Proxy(
  { ...torch },
  {
    get: (own, key) => (key in own ? Reflect.get(own, key) : Reflect.get(torch.default, key)),
  },
);

export function cellModules(evaluate: (code: string) => unknown): CellModules {
  let width = 640;
  let script = "";
  let plot: object | undefined;
  const loadPlot = () => {
    plot ??= (evaluate(script) as typeof import("./plot")).createPlot(() => width);
    return plot;
  };
  return {
    modules: new Map<string, CellModule>([
      ["torch", () => engine],
      ["lab", () => lab],
      ["@observablehq/plot", loadPlot],
    ]),
    setFigureWidth(pixels) {
      width = pixels;
    },
    setPlotScript(given) {
      script = given;
    },
  };
}
