import type { ComponentType } from "react";

/** Where a cell stands in the text: a thing of its own, untouched by the typography round it. */
export function CellPlace({ id, Cell }: { id: string; Cell: ComponentType<{ id: string }> }) {
  return (
    <div className="not-prose">
      <Cell id={id} />
    </div>
  );
}
