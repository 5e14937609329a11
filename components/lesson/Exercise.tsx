import { Children, type ComponentType, isValidElement, type ReactNode } from "react";

type Props = {
  id: string;
  title: string;
  /** What checks the answer and says the verdict: the notebook's. */
  Verdict: ComponentType<{ id: string }>;
  children: ReactNode;
};

/** An exercise: what is asked, the cell to write in, hints, a solution, and the verdict. */
export function Exercise({ id, title, Verdict, children }: Props) {
  const parts = Children.toArray(children);
  return (
    <section className="exercise" id={`exercise-${id}`} aria-labelledby={`exercise-${id}-title`}>
      <h3 id={`exercise-${id}-title`}>{title}</h3>
      {parts.filter((part) => !isHelp(part))}
      <Verdict id={id} />
      {parts.filter(isHelp)}
    </section>
  );
}

/** Help stands below the check: it is read when the check has said no. */
function isHelp(part: ReactNode): boolean {
  return isValidElement(part) && (part.type === Hint || part.type === Solution);
}

/** A hint, folded until it is wanted. */
export function Hint({ children }: { children: ReactNode }) {
  return (
    <details className="fold hint">
      <summary>Hint</summary>
      <div>{children}</div>
    </details>
  );
}

/** One correct answer, folded. */
export function Solution({ children }: { children: ReactNode }) {
  return (
    <details className="fold solution" data-pagefind-ignore="">
      <summary>A solution</summary>
      <div>{children}</div>
    </details>
  );
}
