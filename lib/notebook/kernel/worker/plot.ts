/** Observable Plot as a script of its own: two thirds of the kernel, evaluated when a cell first imports it (its host hands the script over as text). */
import { createDocument, plotModule } from "@/lib/plots/cells";

export function createPlot(width: () => number): object {
  return plotModule({ document: createDocument(), width });
}
