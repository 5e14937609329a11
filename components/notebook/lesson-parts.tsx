import type { Lesson, PageCell } from "@/lib/lessons";
import { BuiltHtml } from "../ui/BuiltHtml";
import { CopyButton } from "../ui/CopyButton";
import { BakedOutputs } from "./BakedOutputs";
import { ExerciseCheck } from "./ExerciseCheck";
import { LessonCell } from "./LessonCell";

/** The two words of a lesson that are alive: its cells, and the check of an exercise. */
export function toLessonParts(lesson: Lesson) {
  function Cell({ id }: { id: string }) {
    const cell = lesson.cells.find((one) => one.id === id);
    if (!cell) throw new Error(`${lesson.slug}: there is no cell "${id}"`);
    return (
      <LessonCell
        id={id}
        code={<BuiltHtml as="pre" className="code" html={cell.html} />}
        twin={cell.twin ? <Twin twin={cell.twin} /> : undefined}
        baked={<BakedOutputs cell={cell.baked} isSpoiler={cell.prediction !== null} />}
      />
    );
  }
  function Verdict({ id }: { id: string }) {
    const exercise = lesson.exercises.find((one) => one.id === id);
    if (!exercise) throw new Error(`${lesson.slug}: there is no exercise "${id}"`);
    return <ExerciseCheck cell={exercise.cell} probe={exercise.probe.source} check={exercise.check.source} />;
  }
  return { Cell, Verdict };
}

function Twin({ twin }: { twin: NonNullable<PageCell["twin"]> }) {
  return (
    <div className="twin">
      <BuiltHtml as="pre" className="code" html={twin.html} />
      <CopyButton />
      <p className="twin-foot">
        {twin.ran
          ? `PyTorch ${twin.ran.torch} ran this and printed what the cell prints.`
          : "Twin not run here."}
      </p>
    </div>
  );
}
