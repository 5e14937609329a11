"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useCell } from "@/components/notebook/context";
import { predictions } from "@/lib/notebook/predictions";
import { roundText } from "./number";
import { PredictChoice } from "./PredictChoice";
import { PredictNumber } from "./PredictNumber";
import { usePrediction } from "./use-prediction";

/** How the reader answers. */
export type Question = { kind: "choice"; choices: string[] } | { kind: "number"; step: number };

type Props = {
  lesson: string;
  id: string;
  before: string;
  question: Question;
  shown: string | null;
  children: ReactNode;
};

/** The live part of a prediction: answer or skip, then yours and the truth together. */
export function PredictAnswer({ lesson, id, before, question, shown, children }: Props) {
  const answer = usePrediction(lesson, id);
  const { outputs } = useCell(before);
  const ran = outputs !== undefined;
  useEffect(() => predictions.declare(lesson, { id, before }), [lesson, id, before]);
  useEffect(() => {
    if (answer && !answer.seen && ran) keepInPlace(`cell-${before}`, () => predictions.see(lesson, id));
  }, [answer, ran, lesson, id, before]);

  // The buttons go with the answer: whoever pressed one by key goes on from the sentence that takes their place.
  const said = useRef<HTMLParagraphElement>(null);
  const answered = useRef(false);
  useEffect(() => {
    if (answer && answered.current) said.current?.focus({ preventScroll: true });
    answered.current = false;
  }, [answer]);

  const lock = (value: string) => {
    answered.current = true;
    predictions.lock(lesson, id, value);
  };
  const skip = () => {
    answered.current = true;
    predictions.skip(lesson, id);
  };
  const seen = answer?.seen ?? false;
  const truth = shown !== null && question.kind === "number" ? roundText(shown, question.step) : shown;

  return (
    <>
      <div className="needs-script">
        {!answer && question.kind === "choice" && (
          <PredictChoice choices={question.choices} onLock={lock} onSkip={skip} />
        )}
        {!answer && question.kind === "number" && (
          <PredictNumber id={id} step={question.step} onLock={lock} onSkip={skip} />
        )}
        <p ref={said} tabIndex={-1} role="status" className="said">
          {answer && !seen && toSentence(answer.value)}
        </p>
        {answer && seen && (
          <dl className="both">
            <dt>Yours</dt>
            <dd>{answer.value ?? "skipped"}</dd>
            <dt>Measured</dt>
            <dd>{truth}</dd>
          </dl>
        )}
      </div>
      <details className={answer ? "reveal" : "reveal needs-no-script"} open={seen} data-pagefind-ignore="">
        <summary>{seen ? "Why" : "Show the result"}</summary>
        {!seen && truth !== null && <p className="measured">Measured: {truth}</p>}
        {children}
      </details>
    </>
  );
}

function toSentence(value: string | null): string {
  return value === null
    ? "Skipped. Run the cell below to see what happens."
    : `Locked in: ${value}. Run the cell below to see.`;
}

/** The box grows when the truth comes: the cell that was just run stays where the reader looks at it. */
function keepInPlace(cell: string, change: () => void) {
  const top = () => document.getElementById(cell)?.getBoundingClientRect().top ?? 0;
  const before = top();
  change();
  requestAnimationFrame(() => scrollBy({ top: top() - before, behavior: "instant" }));
}
