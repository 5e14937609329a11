"use client";

import type { ReactNode } from "react";
import { useCell } from "./context";
import { Outputs } from "./outputs/Outputs";

/** What a cell has put out: the author's own, baked into the page, until it has run here. */
export function CellOutputs({ id, baked }: { id: string; baked: ReactNode }) {
  const { outputs, state } = useCell(id);
  const isEmpty = outputs !== undefined && outputs.length === 0;
  return (
    <div
      data-outputs=""
      data-waiting={(isEmpty && state === "running") || undefined}
      tabIndex={-1}
      role="group"
      aria-label={`Output of cell ${id}`}
      className="cell-outputs"
    >
      {/* The baked outputs keep their place while the first live one is on its way: nothing jumps. */}
      {outputs === undefined || (isEmpty && state === "running") ? baked : <Outputs outputs={outputs} />}
    </div>
  );
}
