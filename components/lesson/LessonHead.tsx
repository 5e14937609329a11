import type { LessonSummary } from "@/lib/lessons";

/** The top of a lesson: where it stands, its title, and the question that it begins with. */
export function LessonHead({ lesson }: { lesson: LessonSummary }) {
  return (
    <header className="lesson-head">
      <p className="kicker">
        Lesson {lesson.number} · {lesson.minutes} minutes · checked against {lesson.checked}
      </p>
      <h1>{lesson.title}</h1>
      <p className="question">{lesson.question}</p>
    </header>
  );
}
