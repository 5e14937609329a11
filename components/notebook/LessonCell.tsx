import type { ReactNode } from "react";
import { CellBoundary } from "./CellBoundary";
import { CellFrame } from "./CellFrame";

type Props = {
  id: string;
  /** The author's TypeScript, highlighted on the server. */
  code: ReactNode;
  /** The same in PyTorch, with what it printed there. */
  twin?: ReactNode;
  /** The outputs that were baked at build time; inside a closed details where a prediction is open. */
  baked: ReactNode;
};

/** A cell of a lesson: complete as it comes from the server, alive once the page has loaded. */
export function LessonCell({ id, code, twin, baked }: Props) {
  return (
    <CellBoundary id={id}>
      <CellFrame id={id} code={code} twin={twin} baked={baked} />
    </CellBoundary>
  );
}
