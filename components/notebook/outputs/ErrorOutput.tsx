import type { ErrorOutput as Failure } from "@/lib/notebook/model";

/** What went wrong, in words, and the learner's own lines. */
export function ErrorOutput({ error }: { error: Failure }) {
  return (
    <div className="output-error" role="group" aria-label="Error">
      <p>
        <b>{error.ename}</b>
        {error.evalue && `: ${error.evalue}`}
      </p>
      {error.traceback.length > 0 && (
        <ol>
          {error.traceback.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a trace repeat and never move
            <li key={index}>at {line}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
