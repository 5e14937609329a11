import type { ReactNode } from "react";
import { ValueVeil } from "./ValueVeil";

type Props = {
  lesson: string;
  /** The cell that it comes from. */
  of: string;
  /** The expression that gives it. */
  show: string;
  /** The prediction whose answer it would give away. */
  spoils?: string;
  /** Its text, from the run. */
  children?: ReactNode;
};

/** A number in a sentence, taken from a cell; it leads to that cell. */
export function Value({ lesson, of, show, spoils, children }: Props) {
  const link = (
    <a className="value" href={`#cell-${of}`} title={`from cell ${of}: ${show}`}>
      {children}
    </a>
  );
  if (!spoils) return link;
  return (
    <ValueVeil lesson={lesson} prediction={spoils}>
      {link}
    </ValueVeil>
  );
}
