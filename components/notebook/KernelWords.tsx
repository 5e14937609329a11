"use client";

import { useEffect, useState } from "react";
import type { NotebookState } from "@/lib/notebook/notebook-state";
import { useNotebookState } from "./context";

/** The kernel's state in words: "Running cell 3 of 7, 1.2 s". */
export function KernelWords() {
  const words = useNotebookState(toWords);
  const since = useNotebookState(({ running }) => running?.since);
  return (
    <span className="kernel-words">
      {words}
      {since !== undefined && <Elapsed since={since} />}
    </span>
  );
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  // Under a second nobody reads a clock.
  return now - since < 1000 ? null : (
    <span className="tabular-nums">, {((now - since) / 1000).toFixed(1)} s</span>
  );
}

function toWords({ kernel, cells, queue, running, notice }: NotebookState): string {
  if (running) {
    const place = cells.findIndex(({ author }) => author.id === running.cell) + 1;
    return `Running cell ${place} of ${cells.length}${queue.length ? `, ${queue.length} waiting` : ""}`;
  }
  switch (kernel.phase) {
    case "replaying":
      return kernel.patient
        ? "Stopped."
        : `Coming back to where you were: ${kernel.done} of ${kernel.total}. Stop starts empty.`;
    case "broken":
      return kernel.reason;
    case "starting":
      return notice ?? "Starting the kernel";
    case "cold":
      // The first press waits for the kernel's chunk.
      return notice ?? (queue.length ? "Fetching the kernel" : "Ready.");
    case "ready":
    case "running": {
      const ran = cells.filter(({ executionCount }) => executionCount !== undefined).length;
      return notice ?? (ran === 0 ? "Ready." : `Ready. ${ran} of ${cells.length} cells run.`);
    }
    default:
      return kernel satisfies never;
  }
}
