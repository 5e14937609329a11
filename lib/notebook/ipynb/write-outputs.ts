/** Outputs as they stand in a file. */
import type { Output } from "../model";
import type { Ran } from "./document";
import { type JsonObject, type NbOutput, toLines } from "./nbformat";

/** Our outputs are Jupyter's already; texts become lists of lines, and an error's traceback begins with the error, which is all that Jupyter shows. */
export function toNbOutput(output: Output): NbOutput {
  switch (output.output_type) {
    case "stream":
      return { output_type: "stream", name: output.name, text: toLines(output.text) };
    case "display_data":
      return { output_type: "display_data", data: toData(output.data), metadata: output.metadata };
    case "execute_result":
      return {
        output_type: "execute_result",
        execution_count: output.execution_count,
        data: toData(output.data),
        metadata: output.metadata,
      };
    case "error": {
      const { ename, evalue, traceback } = output;
      return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`, ...traceback] };
    }
    default:
      return output satisfies never;
  }
}

/** What real PyTorch printed, in the kinds that Jupyter would give it; the figure of the same cell is drawn beside its words. */
export function toTwinOutputs(
  { output, ends }: Ran,
  { count, svg }: { count: number; svg: string | undefined },
): NbOutput[] {
  const lines = toLines(output);
  const split = lines.length - (ends?.lines ?? 0);
  const printed = lines.slice(0, split);
  const outputs: NbOutput[] =
    printed.length > 0 ? [{ output_type: "stream", name: "stdout", text: printed }] : [];
  const last = lines.slice(split).join("").replace(/\n$/, "");
  if (ends?.kind === "value") {
    const data = { "text/plain": toLines(last), ...(svg !== undefined && { "image/svg+xml": toLines(svg) }) };
    outputs.push({ output_type: "execute_result", execution_count: count, data, metadata: {} });
  } else if (ends?.kind === "error") {
    const [ename = "", ...rest] = last.split(": ");
    outputs.push({ output_type: "error", ename, evalue: rest.join(": "), traceback: [last] });
  }
  return outputs;
}

function toData(data: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([mime, value]) => [
      mime,
      // A JSON type holds a value, which may be a string and stays one.
      typeof value === "string" && !/[/+]json$/.test(mime) ? toLines(value) : value,
    ]),
  );
}
