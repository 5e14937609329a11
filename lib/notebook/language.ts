/** TypeScript or PyTorch: chosen once, remembered for the site. The page's `data-language` says which, before anything is painted. */
export type Language = "ts" | "py";

/** Where the choice is kept; the boot script reads it before the first paint. */
export const LANGUAGE_KEY = "fan-in.language";
const listeners = new Set<() => void>();

/** The choice as the page shows it now. */
export function getLanguage(): Language {
  return document.documentElement.dataset.language === "py" ? "py" : "ts";
}

export function setLanguage(language: Language): void {
  document.documentElement.dataset.language = language;
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  for (const listener of listeners) listener();
}

export function subscribeLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
