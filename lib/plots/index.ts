/** The light door: what a figure is, its words and its table. `./page` draws figures, `./worker` lends Plot to cells. */

export { formatNumber } from "./format";
export { type ParsedFigure, parseFigure } from "./parse";
export * from "./schemes";
export { type Signal, signalOf } from "./signal";
export {
  type Axis,
  type ChartSpec,
  type Density,
  type DepthSpec,
  type DrawnSpec,
  FIGURE_MIME,
  type FigureSpec,
  figureSchema,
  type HistogramSpec,
  type Legend,
  LIMITS,
  type LinesSpec,
  type ScalingSpec,
  type Series,
  type Swatch,
  type Track,
} from "./spec";
export { summarise } from "./summarise";
export { type Table, tabulate } from "./tabulate";
