import type { ReactNode } from "react";

/** In a `<Predict>`: why the answer is what it is. Shown once the reader has answered. */
export function Reveal({ children }: { children: ReactNode }) {
  return <div className="why">{children}</div>;
}
