/** Printed text, as it is; long lines scroll, and a long text folds. */
const FOLD_LINES = 40;

export function TextOutput({ text, tone }: { text: string; tone: "stdout" | "stderr" }) {
  const shown = text.replace(/\n$/, "");
  const lines = shown.split("\n");
  if (lines.length <= FOLD_LINES)
    return (
      <pre className="output-text" data-tone={tone}>
        {shown}
      </pre>
    );
  return (
    <>
      <pre className="output-text" data-tone={tone}>
        {lines.slice(0, FOLD_LINES / 2).join("\n")}
      </pre>
      <details className="px-4 pb-3 font-sans text-note text-soft">
        <summary>{lines.length - FOLD_LINES / 2} more lines</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key */}
        <pre className="output-text max-h-96 overflow-auto" data-tone={tone} tabIndex={0}>
          {lines.slice(FOLD_LINES / 2).join("\n")}
        </pre>
      </details>
    </>
  );
}
