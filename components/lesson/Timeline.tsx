import type { ReactNode } from "react";

/** A dated list: each item of the list in it begins with its date in bold. */
export function Timeline({ children }: { children: ReactNode }) {
  return <div className="timeline">{children}</div>;
}
