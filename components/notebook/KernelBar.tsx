"use client";

import { useNotebook, useNotebookState } from "./context";
import { KernelWords } from "./KernelWords";

/** The one bar of the kernel: its state in words, and what can be done with all cells. */
export function KernelBar() {
  const notebook = useNotebook();
  const phase = useNotebookState(({ kernel }) => kernel.phase);
  const isBusy = useNotebookState(
    ({ running, queue, kernel }) => running !== undefined || queue.length > 0 || kernel.phase === "replaying",
  );
  const waitingFor = useNotebookState((state) => state.waitingFor);
  const announcement = useNotebookState((state) => state.announcement);
  return (
    <>
      {/* A status by its role; it is read on demand, and the region below speaks once a run. */}
      <div role="status" aria-live="off" aria-label="Kernel" className="kernel-bar needs-script">
        <span className="kernel-mark" data-phase={phase} aria-hidden="true" />
        <KernelWords />
        {waitingFor && (
          <>
            <button type="button" className="button" onClick={() => show(waitingFor)}>
              Show it
            </button>
            <button type="button" className="button" onClick={() => void notebook.skipPrediction()}>
              Skip it
            </button>
          </>
        )}
        <button type="button" className="button button-main" onClick={() => void notebook.runAll()}>
          Run all
        </button>
        <button type="button" className="button" onClick={() => notebook.stop()} disabled={!isBusy}>
          Stop
        </button>
        <button type="button" className="button" aria-label="Restart" onClick={() => void notebook.restart()}>
          <span aria-hidden="true">↻</span>
          <span className="max-sm:hidden"> Restart</span>
        </button>
      </div>
      <p aria-live="polite" className="sr-only" data-announcement="">
        {announcement}
      </p>
    </>
  );
}

/** Brings a cell to the middle of the screen, with the prediction above it. */
function show(id: string): void {
  document.getElementById(`cell-${id}`)?.scrollIntoView({ block: "center" });
}
