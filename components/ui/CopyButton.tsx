"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";

type State = "ready" | "copied" | "refused";

/** Copies the code that it stands beside: the `pre` in the nearest box that has one. */
export function CopyButton() {
  const [state, setState] = useState<State>("ready");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === "ready") return;
    const timer = setTimeout(() => setState("ready"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    const pre = button.current?.closest(":has(pre)")?.querySelector("pre");
    if (!pre) return;
    setState((await copyText(pre)) ? "copied" : "refused");
  }

  return (
    <button ref={button} type="button" className="button copy needs-script" onClick={copy}>
      {state === "copied" ? (
        <Check size={15} strokeWidth={2} aria-hidden="true" />
      ) : (
        <Copy size={15} strokeWidth={1.75} aria-hidden="true" />
      )}
      <span aria-live="polite">
        {state === "copied" ? "Copied" : state === "refused" ? "Selected: copy it" : "Copy"}
      </span>
    </button>
  );
}

/** Over plain http on a local network there is no clipboard: then the text is selected for the reader to copy. */
async function copyText(pre: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(pre.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(pre);
    return false;
  }
}
