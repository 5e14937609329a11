/** An answer to an exercise, checked as the page checks it: with the cells before it that it needs. */
import type { Exercise, LessonSource } from "@/lib/lessons/node";
import { checkExercise, type ExerciseKernel, type Verdict } from "@/lib/notebook/exercise";
import { transpile } from "@/lib/notebook/transpile";

/** Checks `source` in place of the exercise's cell. */
export function trySubmission(options: {
  lesson: LessonSource;
  exercise: Exercise;
  source: string;
  startKernel: () => Promise<ExerciseKernel>;
}): Promise<Verdict> {
  const { lesson, exercise, source, startKernel } = options;
  const at = lesson.cells.findIndex(({ id }) => id === exercise.cell);
  const cells = findNeeded(lesson.cells.slice(0, at), [source, exercise.probe.source]);
  const submission = { id: exercise.cell, source };
  return checkExercise({
    startKernel,
    cells,
    submission,
    probe: exercise.probe.source,
    check: exercise.check.source,
  });
}

/** The cells that the sources need by their names, directly or through others, in page order. */
function findNeeded<T extends { id: string; source: string }>(
  before: readonly T[],
  sources: readonly string[],
): T[] {
  const needed = new Set<T>();
  const wanted = sources.map((source) => ({ source, place: before.length }));
  for (const { source, place } of wanted) {
    for (const name of transpile(source, { id: "needs" }).uses) {
      const at = before.findLastIndex(
        ({ id, source: other }, index) => index < place && declares(other, id, name),
      );
      const cell = before[at];
      if (!cell || needed.has(cell)) continue;
      needed.add(cell);
      wanted.push({ source: cell.source, place: at });
    }
  }
  return before.filter((cell) => needed.has(cell));
}

function declares(source: string, id: string, name: string): boolean {
  return transpile(source, { id }).declares.some((one) => one.name === name);
}
