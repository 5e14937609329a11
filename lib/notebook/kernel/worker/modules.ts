/** What a cell can import: the engine, Observable Plot on a document of ours, and the helpers of this subject. */
import * as lab from "@/lib/lab";
import { createDocument, plotModule } from "@/lib/plots/worker";
import * as torch from "@/lib/torch";

export type CellModules = { modules: ReadonlyMap<string, object>; setFigureWidth(width: number): void };

export function cellModules(): CellModules {
  let width = 640;
  const plot = plotModule({ document: createDocument(), width: () => width });
  return {
    modules: new Map<string, object>([
      ["torch", torch],
      ["lab", lab],
      ["@observablehq/plot", plot],
    ]),
    setFigureWidth(pixels) {
      width = pixels;
    },
  };
}
