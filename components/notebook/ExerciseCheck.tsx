"use client";

import { useState } from "react";
import type { Verdict } from "@/lib/notebook/exercise";
import { useNotebook } from "./context";

type Props = { cell: string; probe: string; check: string };

/** Checks what the reader wrote, in kernels of its own, and says what is right or which mistake it is. */
export function ExerciseCheck({ cell, probe, check }: Props) {
  const notebook = useNotebook();
  const [verdict, setVerdict] = useState<Verdict>();
  const [isChecking, setChecking] = useState(false);

  async function press() {
    setChecking(true);
    setVerdict(undefined);
    try {
      setVerdict(await notebook.check({ cell, probe, check }));
    } catch (error) {
      setVerdict({
        ok: false,
        say: `The check could not run: ${error instanceof Error ? error.message : String(error)}`,
      });
    } finally {
      setChecking(false);
    }
  }

  return (
    <div className="verdict needs-script">
      {/* Not `disabled`: a button that is loses the focus of whoever pressed it by key. */}
      <button
        type="button"
        className="button button-main"
        onClick={() => isChecking || void press()}
        aria-disabled={isChecking}
      >
        Check
      </button>
      <p role="status" data-ok={verdict?.ok}>
        {isChecking ? "Checking in a fresh kernel" : verdict?.say}
      </p>
    </div>
  );
}
