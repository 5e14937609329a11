/** The door for scripts and tests: lessons read, run, baked and held against PyTorch under Node. Pages use `index.ts`. */
export { bakeLesson, bakeToFile } from "./bake";
export type { BakedCell } from "./baked";
export { findSlugs, loadText } from "./content";
export { withSvg } from "./figures";
export { type LessonFile, toLessonFiles } from "./files";
export { findLooseNumbers } from "./lint";
export type { Exercise, LessonCell, LessonSource } from "./model";
export { ContentError, type Problem, toLine } from "./problem";
export { runCells } from "./run";
export { readCells, readLesson } from "./source";
export { compareTwins, hashTwins, loadTwins, type Twins, twinEndsSchema, twinsPath } from "./twins";
