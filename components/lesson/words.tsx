import type { ComponentType } from "react";
import type { Lesson } from "@/lib/lessons";
import { Aside } from "./Aside";
import { CellPlace } from "./CellPlace";
import { CodeBlock } from "./CodeBlock";
import { Exercise, Hint, Solution } from "./Exercise";
import { Given } from "./Given";
import { Heading2 } from "./Heading";
import { Predict } from "./Predict";
import { Reveal } from "./Reveal";
import { ShortAnswer } from "./ShortAnswer";
import { Sources } from "./Sources";
import { Step, Steps } from "./Steps";
import { Timeline } from "./Timeline";
import { Value } from "./Value";

/** The words that are alive: a cell, and the check and verdict of an exercise. */
export type LiveWords = { Cell: ComponentType<{ id: string }>; Verdict: ComponentType<{ id: string }> };

/** The words of a lesson: everything that its MDX may use beside markdown. */
export function toWords(
  { slug: lesson, predictions }: Pick<Lesson, "slug" | "predictions">,
  { Cell, Verdict }: LiveWords,
) {
  const truths = new Map(predictions.map(({ id, truthText }) => [id, truthText]));
  return {
    Aside,
    Cell: withGiven(CellPlace, { Cell }),
    Exercise: withGiven(Exercise, { Verdict }),
    Given,
    Hint,
    Predict: withGiven(Predict, { lesson, truths }),
    Reveal,
    ShortAnswer,
    Solution,
    Sources,
    Step,
    Steps,
    Timeline,
    Value: withGiven(Value, { lesson }),
    h2: Heading2,
    pre: CodeBlock,
  };
}

/** A word with what the page knows and its author need not write. */
function withGiven<Props extends object, Key extends keyof Props>(
  Word: ComponentType<Props>,
  given: Pick<Props, Key>,
): ComponentType<Omit<Props, Key>> {
  return (own) => <Word {...({ ...own, ...given } as Props)} />;
}
