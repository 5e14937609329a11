/** What cells import as `lab`: helpers of this subject that measure with real tensors and show the theory beside it. */
import { figure } from "./general";
import { histogram } from "./histogram";
import * as init from "./init";
import { mlp, xor } from "./networks";
import { schemes } from "./schemes";
import { signalByDepth } from "./signal-by-depth";
import { stdByFanIn } from "./std-by-fan-in";

export { Figure } from "./figure";
export type { FigureOptions } from "./general";
export type { HistogramOptions, Law } from "./histogram";
export type { FixupOptions, LsuvOptions } from "./init";
export type { MlpOptions } from "./networks";
export type { SignalByDepthOptions } from "./signal-by-depth";
export type { StdByFanInOptions } from "./std-by-fan-in";
export { figure, histogram, init, mlp, schemes, signalByDepth, stdByFanIn, xor };

export default { figure, histogram, init, mlp, schemes, signalByDepth, stdByFanIn, xor };
