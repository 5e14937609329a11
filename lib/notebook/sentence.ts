/** What a run left, in one sentence for who listens: `Cell std: 0.577, one figure.` */
import { FIGURE_MIME, type Output } from "./model";

const SPOKEN = 80;

export function toSentence(id: string, state: "done" | "failed", outputs: readonly Output[]): string {
  const error = outputs.find((output) => output.output_type === "error");
  if (state === "failed" && error?.output_type === "error")
    return `Cell ${id} failed. ${error.ename}: ${shorten(error.evalue)}`;
  const parts: string[] = [];
  const figures = outputs.filter((output) => "data" in output && FIGURE_MIME in output.data).length;
  for (const output of outputs) {
    if (output.output_type === "execute_result" && !(FIGURE_MIME in output.data))
      parts.push(shorten(output.data["text/plain"]));
    if (output.output_type === "stream") parts.push(shorten(output.text));
  }
  if (figures > 0) parts.push(figures === 1 ? "one figure" : `${figures} figures`);
  return `Cell ${id}: ${parts.length ? parts.slice(0, 3).join(", ") : "done, no output"}.`;
}

function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > SPOKEN ? `${line.slice(0, SPOKEN)} …` : line;
}
