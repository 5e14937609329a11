import { Children, isValidElement, type ReactNode } from "react";
import { PredictAnswer } from "./PredictAnswer";
import { Reveal } from "./Reveal";

type Props = {
  lesson: string;
  id: string;
  /** The cell that waits for the answer. */
  before: string;
  /** What to choose from; without it a number is asked for. */
  choose?: string[];
  /** The precision of the number. */
  step?: number;
  /** By prediction: the truth, as the run gave it. */
  truths: ReadonlyMap<string, string>;
  /** The question, and a `<Reveal>` that explains the answer. */
  children: ReactNode;
};

/** A prediction, made before its cell may run; afterwards it stands beside the truth. Never scored. */
export function Predict({ lesson, id, before, choose, step = 1, truths, children }: Props) {
  const parts = Children.toArray(children);
  const isReveal = (part: ReactNode) => isValidElement(part) && part.type === Reveal;
  const question = choose
    ? ({ kind: "choice", choices: choose } as const)
    : ({ kind: "number", step } as const);
  return (
    <div role="group" className="predict" id={`predict-${id}`} aria-labelledby={`predict-${id}-label`}>
      <p className="label" id={`predict-${id}-label`}>
        Your prediction
      </p>
      <div className="question">{parts.filter((part) => !isReveal(part))}</div>
      <PredictAnswer
        lesson={lesson}
        id={id}
        before={before}
        question={question}
        shown={truths.get(id) ?? null}
      >
        {parts.filter(isReveal)}
      </PredictAnswer>
    </div>
  );
}
