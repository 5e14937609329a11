import type { Output } from "@/lib/notebook/model";
import { FIGURE_MIME } from "@/lib/notebook/model";
import { ErrorOutput } from "./ErrorOutput";
import { Figure } from "./Figure";
import { OutputBoundary } from "./OutputBoundary";
import { TextOutput } from "./TextOutput";

/** A cell's outputs in order; each stands behind a boundary of its own. */
export function Outputs({ outputs }: { outputs: readonly Output[] }) {
  return outputs.map((output, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: outputs are only ever appended within a run; their place is their identity
    <OutputBoundary key={`${index}-${output.output_type}`}>
      <OneOutput output={output} />
    </OutputBoundary>
  ));
}

function OneOutput({ output }: { output: Output }) {
  switch (output.output_type) {
    case "stream":
      return <TextOutput text={output.text} tone={output.name} />;
    case "error":
      return <ErrorOutput error={output} />;
    case "display_data":
    case "execute_result":
      return FIGURE_MIME in output.data ? (
        <Figure data={output.data[FIGURE_MIME]} text={output.data["text/plain"]} />
      ) : (
        <TextOutput text={output.data["text/plain"]} tone="stdout" />
      );
    default:
      return output satisfies never;
  }
}
