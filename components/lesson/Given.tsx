import type { ReactNode } from "react";

/** A number that the lesson stipulates: nothing measured it. */
export function Given({ children }: { children: ReactNode }) {
  return <span className="given">{children}</span>;
}
