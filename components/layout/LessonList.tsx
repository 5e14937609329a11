import Link from "next/link";
import type { LessonSummary } from "@/lib/lessons";
import { StillFigure } from "./StillFigure";

/** One below the heading that the list stands under. */
type Heading = "h2" | "h3";

/** Lessons as a reader chooses among them: the question, the minutes, the figure. */
export function LessonList({ lessons, heading }: { lessons: LessonSummary[]; heading: Heading }) {
  return (
    <ol className="lesson-list">
      {lessons.map((lesson) => (
        <li key={lesson.slug}>
          <LessonCard lesson={lesson} heading={heading} />
        </li>
      ))}
    </ol>
  );
}

function LessonCard({ lesson, heading: Heading }: { lesson: LessonSummary; heading: Heading }) {
  return (
    <article className="lesson-card">
      <div>
        <p className="kicker">
          Lesson {lesson.number} · {lesson.minutes} minutes
        </p>
        <Heading>
          <Link href={`/lessons/${lesson.slug}`}>{lesson.title}</Link>
        </Heading>
        <p className="question">{lesson.question}</p>
      </div>
      {lesson.figure && (
        <div className="lesson-figure" aria-hidden="true">
          <StillFigure figure={lesson.figure} />
        </div>
      )}
    </article>
  );
}
