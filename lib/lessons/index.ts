/** The door to the lessons, for server components: text, baked outputs and twins as a page wants them. */
export type { BakedCell, BakedFigure } from "./baked";
export {
  type Lesson,
  type LessonSummary,
  lesson,
  lessonFiles,
  lessons,
  type PageCell,
  twinEntries,
} from "./catalogue";
export { compileLesson, type Heading, toComponent } from "./compile";
export { DOCUMENTS_FILE, type LessonDocuments } from "./files";
export { toHtml } from "./highlight";
export type { Exercise, Prediction } from "./model";
export { WORDS } from "./words";
