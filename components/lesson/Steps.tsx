import type { ReactNode } from "react";

type Props = { children: ReactNode };

/** A derivation: numbered steps, each a line of algebra and a line of words. */
export function Steps({ children }: Props) {
  return <ol className="steps">{children}</ol>;
}

/** One step of a derivation. */
export function Step({ children }: Props) {
  return (
    <li>
      <div>{children}</div>
    </li>
  );
}
