import type { ReactNode } from "react";

/** Where the statements come from: a list of papers, issues and commits. */
export function Sources({ children }: { children: ReactNode }) {
  return <div className="sources">{children}</div>;
}
