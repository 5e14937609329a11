import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { launch } from "./bench/browser";
import { measureCold } from "./bench/cold";
import { measureEngine } from "./bench/engine";
import { measureFirstView } from "./bench/first-view";
import { serveRival } from "./bench/rival";
import { serveSite } from "./bench/site";
import { type Row, toTable } from "./bench/table";
import { measureWarm } from "./bench/warm";

// `npm run bench`: what docs/bench.md describes, against the production server. Figures that are over are shown, not punished;
// the exit code is 1 only when something could not be measured.
const { values } = parseArgs({
  options: {
    engine: { type: "boolean" },
    json: { type: "string" },
    rounds: { type: "string", default: "5" },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`bench: --rounds must be a whole number from 1, got ${values.rounds}.`);
const root = process.cwd();
const [processor] = cpus();
const machine = `${cpus().length} cores (${processor?.model ?? "unknown"}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}`;
const shown: Row[] = [];
console.log(machine);

if (!values.engine) await measurePages();
const { rows, ...engine } = await measureEngine(root, { rounds, print: (text) => console.log(`\n${text}`) });
show(rows);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine, rows: shown, engine }, null, 2)}\n`);

async function measurePages(): Promise<void> {
  const site = await serveSite(root);
  const rival = await serveRival(root);
  const browser = await launch();
  console.log(`Chromium ${browser.version()}`);
  try {
    const { rows: firstView, chunks } = await measureFirstView(browser, { root, site: site.address });
    show(firstView, chunks);
    show(await measureCold(browser, { site: site.address, rival: rival?.address }));
    show(await measureWarm(browser, site.address));
  } finally {
    await Promise.all([browser.close(), site.close(), rival?.close()]);
  }
}

function show(rows: readonly Row[], foot = ""): void {
  shown.push(...rows);
  console.log(`\n${toTable(rows)}${foot && `\n${foot}`}`);
  if (rows.some(({ value }) => value === undefined)) process.exitCode = 1;
}
