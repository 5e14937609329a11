import type { BakedCell, BakedFigure } from "@/lib/lessons";
import { FIGURE_MIME, type Output } from "@/lib/notebook/model";
import { parseFigure } from "@/lib/plots";
import { BuiltSvg } from "../ui/BuiltSvg";
import { ErrorOutput } from "./outputs/ErrorOutput";
import { FigureFrame } from "./outputs/FigureFrame";
import { TextOutput } from "./outputs/TextOutput";

type Props = {
  cell: BakedCell;
  /** Whether an open prediction stands before the cell: its answer is then folded away. */
  isSpoiler: boolean;
};

/** What a cell put out when the page was built: complete before any script has run. */
export function BakedOutputs({ cell, isSpoiler }: Props) {
  if (cell.outputs.length === 0) return null;
  const outputs = (cell.outputs as Output[]).map((output, index) => (
    <BakedOutput
      // biome-ignore lint/suspicious/noArrayIndexKey: what was baked never moves
      key={`${cell.id}-${index}`}
      output={output}
      figure={cell.figures.find((f) => f.output === index)}
    />
  ));
  if (!isSpoiler) return outputs;
  return (
    <details className="spoiler" data-pagefind-ignore="">
      <summary>Show the result</summary>
      {outputs}
    </details>
  );
}

function BakedOutput({ output, figure }: { output: Output; figure: BakedFigure | undefined }) {
  switch (output.output_type) {
    case "stream":
      return <TextOutput text={output.text} tone={output.name} />;
    case "error":
      return <ErrorOutput error={output} />;
    case "display_data":
    case "execute_result": {
      const parsed = figure && parseFigure(output.data[FIGURE_MIME]);
      if (!figure || !parsed?.ok) return <TextOutput text={output.data["text/plain"]} tone="stdout" />;
      return (
        <FigureFrame figure={parsed.figure}>
          <div className="baked-figure">
            <BuiltSvg className="baked-wide" svg={figure.wide} />
            <BuiltSvg className="baked-narrow" svg={figure.narrow} />
          </div>
        </FigureFrame>
      );
    }
    default:
      return output satisfies never;
  }
}
