import { median, type Row } from "../table";
import { OURS } from "./builds";
import type { Contender } from "./contender";

/** A bound is "no slower"; a clock on a shared machine gives two per cent either way. */
const SLACK = 1.02;

/** `kaiming_uniform_` of a 4096×4096 beside `uniform_` of the same, in turns: it is a fill and nothing more. */
export async function kaimingRows(contenders: readonly Contender[], rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  const names = Object.values(OURS);
  for (const contender of contenders.filter(({ name }) => names.includes(name)))
    rows.push(await kaimingRow(contender, rounds));
  return rows;
}

async function kaimingRow(contender: Contender, rounds: number): Promise<Row> {
  const what = `kaiming_uniform_ over uniform_, 4096², ${contender.name}, ${contender.host}`;
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    try {
      const [plain, kaiming] = [
        await contender.sample("spread 4096"),
        await contender.sample("kaiming 4096"),
      ];
      if ("none" in plain || "none" in kaiming) throw new Error("none" in plain ? plain.none : "not timed");
      ratios.push(kaiming.ms / plain.ms);
    } catch (error) {
      return { what, value: undefined, unit: "", note: error instanceof Error ? error.message : "" };
    }
  }
  const note = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return { what, value: median(ratios), unit: "", most: SLACK, note };
}
