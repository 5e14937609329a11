/** Joins a batch of outputs to those already there: streams of one name that follow each other are one output, as in nbformat. */
import type { Output } from "../model";

export function appendOutputs(outputs: readonly Output[], batch: readonly Output[]): Output[] {
  const joined = [...outputs];
  for (const output of batch) {
    const last = joined.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name)
      joined[joined.length - 1] = { ...last, text: last.text + output.text };
    else joined.push(output);
  }
  return joined;
}
