import type { ReactNode } from "react";

/** What a reader who came from a search takes away: the answer, the formula, lines to copy. */
export function ShortAnswer({ children }: { children: ReactNode }) {
  return (
    <section className="answer" aria-labelledby="short-answer">
      <h2 id="short-answer">The short answer</h2>
      {children}
    </section>
  );
}
