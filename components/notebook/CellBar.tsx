"use client";

import { useCell, useNotebook, useNotebookState } from "./context";
import { LanguageTabs } from "./LanguageTabs";

/** The head of a cell: its languages, why it is as it is, and what can be done with it. */
export function CellBar({ id, hasTwin }: { id: string; hasTwin: boolean }) {
  const cell = useCell(id);
  const notebook = useNotebook();
  const isRunning = useNotebookState((state) => state.running?.cell === id);
  const isEdited = cell.source !== cell.author.source;
  return (
    <div className="cell-bar">
      <LanguageTabs id={id} hasTwin={hasTwin} />
      <span className="cell-note">
        {cell.note && (cell.state === "stale" ? `stale: ${cell.note}` : cell.note)}
      </span>
      <span className="needs-script flex gap-1.5">
        {(isEdited || cell.outputs) && (
          <button type="button" className="button" onClick={() => notebook.reset(id)} disabled={isRunning}>
            Reset
          </button>
        )}
        {isRunning ? (
          <button type="button" className="button button-main" onClick={() => notebook.stop()}>
            Stop
          </button>
        ) : (
          <button type="button" className="button button-main" onClick={() => void notebook.run(id)}>
            Run
          </button>
        )}
      </span>
    </div>
  );
}
