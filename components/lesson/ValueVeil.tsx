"use client";
import type { ReactNode } from "react";
import { usePrediction } from "./use-prediction";

type Props = { lesson: string; prediction: string; children: ReactNode };

/**
 * Keeps a number back until the reader has answered the prediction that it would give away.
 * A checkbox holds the veil, so that it lifts without a script too.
 */
export function ValueVeil({ lesson, prediction, children }: Props) {
  const answer = usePrediction(lesson, prediction);
  if (answer) return children;
  return (
    <span className="veil" data-pagefind-ignore="">
      <label>
        <input type="checkbox" />
        <span>
          show<span className="sr-only"> the number</span>
        </span>
      </label>
      <span className="veiled">{children}</span>
    </span>
  );
}
