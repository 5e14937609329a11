import { type Spread, toSpreadOf } from "../table";
import type { Contender, Sample } from "./contender";
import { toUnit, type Unit, unitOf, type Work } from "./works";

/** What one contender took for one work, beside native PyTorch. */
export interface Figure {
  host: Contender["host"];
  contender: string;
  work: string;
  what: string;
  unit: Unit;
  /** In that unit. */
  measured?: Spread;
  native?: Spread;
  /** How many times as fast as PyTorch, of samples that were taken one after the other. */
  times?: Spread;
  /** Why nothing was measured. */
  none?: string;
}

interface Pair {
  ours: Sample;
  native: Sample | undefined;
}

/**
 * Takes `rounds` samples of a work of every contender. PyTorch's turn comes between two contenders and counts for both, so that each
 * sample has one of PyTorch's right beside it: a busy minute hits both. Nothing else of the bench runs meanwhile.
 */
export async function compare(
  work: Work,
  {
    contenders,
    native,
    rounds,
  }: { contenders: readonly Contender[]; native: Contender | undefined; rounds: number },
): Promise<Figure[]> {
  const taken = new Map<Contender, Pair[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    const able = contenders.filter((contender) => !taken.get(contender)?.some(({ ours }) => "none" in ours));
    for (let i = 0; i < able.length; i += 2) {
      const [first, second] = [able[i], able[i + 1]];
      const before = first && (await sampleOf(first, work));
      const beside = native && (await sampleOf(native, work));
      if (first && before) taken.get(first)?.push({ ours: before, native: beside });
      if (second) taken.get(second)?.push({ ours: await sampleOf(second, work), native: beside });
    }
  }
  return contenders.map((contender) => toFigure(work, contender, taken.get(contender) ?? []));
}

async function sampleOf(contender: Contender, work: Work): Promise<Sample> {
  try {
    return await contender.sample(work.name);
  } catch (error) {
    // A process that died or a page that failed is a figure that is not there, and no reason to lose the others.
    return { none: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

function toFigure(work: Work, { host, name }: Contender, pairs: readonly Pair[]): Figure {
  const figure = { host, contender: name, work: work.name, what: work.what, unit: unitOf(work) };
  const failed = pairs.find(({ ours }) => "none" in ours);
  if (failed && "none" in failed.ours) return { ...figure, none: failed.ours.none };
  const ours = pairs.flatMap((pair) => ("ms" in pair.ours ? [pair.ours.ms] : []));
  if (ours.length === 0) return { ...figure, none: "no round was run" };
  const both = pairs.flatMap(({ ours, native }) =>
    "ms" in ours && native && "ms" in native ? [{ ours: ours.ms, native: native.ms }] : [],
  );
  return {
    ...figure,
    measured: toSpreadOf(ours.map((ms) => toUnit(work, ms))),
    ...(both.length > 0 && {
      native: toSpreadOf(both.map(({ native }) => toUnit(work, native))),
      times: toSpreadOf(both.map(({ ours, native }) => native / ours)),
    }),
  };
}
