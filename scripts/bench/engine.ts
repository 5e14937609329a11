import { OURS } from "./engine/builds";
import { startOurs } from "./engine/child";
import type { Contender } from "./engine/contender";
import { openInChromium, openInNode } from "./engine/contenders";
import { kaimingRows } from "./engine/kaiming";
import { measureKernel } from "./engine/kernel";
import { compare, type Figure } from "./engine/measure";
import { startNative } from "./engine/native";
import { toGrowth, toOverview } from "./engine/overview";
import { openChromium } from "./engine/pages";
import { toVerdicts } from "./engine/verdicts";
import { GROWTH, WORKS, type Work } from "./engine/works";
import type { Row } from "./table";

/** Everything that was measured of the engine; `--json` writes it. */
export interface EngineReport {
  native: string;
  figures: Figure[];
  growth: Figure[];
  rows: Row[];
}

export interface EngineOptions {
  /** Samples of each work. */
  rounds: number;
  /** Hears each table as soon as it is there. */
  print: (text: string) => void;
}

/** The engine's two builds beside native PyTorch and the rivals, in Node and in Chromium, one thread each. */
export async function measureEngine(root: string, { rounds, print }: EngineOptions): Promise<EngineReport> {
  const native = await startNative(root);
  const about = native?.about ?? "no PyTorch here: nothing stands beside the figures";
  print(about);
  const chromium = await openChromium(root);
  if (chromium === undefined)
    print("No Chromium was found: only Node is measured. `npm run setup` says how to get one.");
  const contenders = [
    ...(await openInNode(root)),
    ...(chromium === undefined ? [] : await openInChromium(chromium.pages)),
  ];
  const figures: Figure[] = [];
  const rows: Row[] = [];
  try {
    for (const work of WORKS) {
      told(work);
      figures.push(...(await compare(work, { contenders, native, rounds })));
    }
    rows.push(...(await kaimingRows(contenders, rounds)));
  } finally {
    await Promise.all([...contenders.map(({ close }) => close()), native?.close()]);
    await chromium?.close();
  }
  for (const host of new Set(contenders.map((one) => one.host)))
    print(toOverview(figures.filter((one) => one.host === host)));
  rows.unshift(...toVerdicts(figures));
  const growth = await measureGrowth(root, rounds);
  print(toGrowth(growth));
  rows.push(...(await measureKernel(root, () => openChromium(root))));
  return { native: about, figures, growth, rows };
}

/** What is being timed, beside the tables: it takes minutes. */
function told({ what }: Work): void {
  console.error(`  … ${what}`);
}

/** Processes of their own: the largest tensor is 400 MB, and goes with them. */
async function measureGrowth(root: string, rounds: number): Promise<Figure[]> {
  const native = await startNative(root);
  const { ask, close } = await startOurs(root, "relaxed");
  const ours: Contender = {
    name: OURS.relaxed,
    host: "Node",
    sample: (work) => ask({ sample: work }),
    close,
  };
  const figures: Figure[] = [];
  try {
    for (const work of GROWTH) {
      told(work);
      const times = (work.values ?? 0) >= 1e8 ? 1 : Math.min(3, rounds);
      figures.push(...(await compare(work, { contenders: [ours], native, rounds: times })));
    }
  } finally {
    await Promise.all([ours.close(), native?.close()]);
  }
  return figures;
}
