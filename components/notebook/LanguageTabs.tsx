"use client";

import { useSyncExternalStore } from "react";
import { getLanguage, type Language, setLanguage, subscribeLanguage } from "@/lib/notebook/language";

const NAMES = { ts: "TypeScript", py: "PyTorch" } as const;

/** The language that is shown, on this cell and on every other: chosen once for the site. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribeLanguage, getLanguage, () => "ts");
}

/** Switches the whole page, and keeps the cell that was pressed where it was on the screen. */
function choose(language: Language, button: HTMLElement): void {
  const before = button.getBoundingClientRect().top;
  setLanguage(language);
  requestAnimationFrame(() =>
    scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" }),
  );
}

export function LanguageTabs({ id, hasTwin }: { id: string; hasTwin: boolean }) {
  const chosen = useLanguage();
  if (!hasTwin)
    return (
      <span className="cell-tab" data-on="">
        TypeScript
      </span>
    );
  return (
    <span className="needs-script flex gap-0.5" role="group" aria-label={`Language of cell ${id}`}>
      {(["ts", "py"] as const).map((language) => (
        <button
          key={language}
          type="button"
          className="cell-tab"
          aria-pressed={chosen === language}
          data-language={language}
          onClick={(event) => choose(language, event.currentTarget)}
        >
          {NAMES[language]}
        </button>
      ))}
    </span>
  );
}
