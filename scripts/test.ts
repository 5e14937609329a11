import { endChildrenOnSignals } from "./build/run";
import { chooseStages, runStages } from "./test/run-stages";
import { stages } from "./test/stages";
import { addToFile, sumTallies, toLine } from "./test/tally";

// `npm test`: every stage, then a table, then one line that is true. FANIN_TALLY names a file that adds up several runs.
endChildrenOnSignals({ signal: "SIGINT", graceMs: 6_000 });
try {
  const chosen = chooseStages(stages, process.argv.slice(2));
  const results = await runStages(chosen, { root: process.cwd(), strict: process.env.CI === "true" });
  console.log("\n── summary ──");
  for (const { name, tally, note, seconds } of results) {
    console.log(
      `${name.padEnd(13)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${toLine(tally)}${note && `  (${note})`}`,
    );
  }
  const tally = sumTallies(results.map((result) => result.tally));
  const sum = process.env.FANIN_TALLY ? addToFile(process.env.FANIN_TALLY, tally) : tally;
  console.log(toLine(sum));
  process.exitCode = tally.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
