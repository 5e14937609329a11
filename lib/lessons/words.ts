/** The words that a lesson may use beside Markdown: the page's registry has a component for each, and for `Cell`. */
export const WORDS = [
  "Aside",
  "Exercise",
  "Given",
  "Hint",
  "Predict",
  "Reveal",
  "ShortAnswer",
  "Solution",
  "Sources",
  "Step",
  "Steps",
  "Timeline",
  "Value",
] as const;

export type Word = (typeof WORDS)[number];

/** Whether a JSX name is one of our words, or HTML's own. */
export function isKnownWord(name: string | null): boolean {
  return name === null || /^[a-z]/.test(name) || (WORDS as readonly string[]).includes(name);
}
