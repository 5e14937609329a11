/** The worker's door: Observable Plot for cells, and what it drew as a figure that can travel. */
export { toDrawn } from "./drawn";
export { createDocument, type PlainPlotOptions, plotModule } from "./plain";
