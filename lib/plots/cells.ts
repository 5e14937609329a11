/** The cells' door: Observable Plot itself, on a document of ours. Large; a kernel evaluates it when a cell first imports it. */
export { createDocument, type PlainPlotOptions, plotModule } from "./plain";
