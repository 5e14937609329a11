import { describe, expect, it } from "vitest";
import { chooseStages, runStages } from "./run-stages";
import type { Stage } from "./stages";
import { sumTallies, toTally } from "./tally";

const passing: Stage = { name: "types", run: async () => toTally(true) };
const crashing: Stage = { name: "units", run: () => Promise.reject(new Error("the runner is gone")) };
const wanting: Stage = { name: "twins", run: async () => ({ missing: "no PyTorch: npm run setup" }) };
const deep: Stage = { name: "webkit", deep: true, run: async () => toTally(true) };
const all = [passing, crashing, wanting, deep];

async function tallyOf(stages: Stage[], strict: boolean) {
  const lines: string[] = [];
  const results = await runStages(stages, { root: "/", strict, log: (line) => lines.push(line) });
  return { tally: sumTallies(results.map((result) => result.tally)), text: lines.join("\n") };
}

describe("runStages", () => {
  it("counts a crash as failed and goes on", async () => {
    const { tally, text } = await tallyOf([crashing, passing], false);
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(text).toContain("the runner is gone");
  });

  it("says what was skipped and why; on CI that is a failure", async () => {
    const { tally, text } = await tallyOf([wanting], false);
    expect(tally).toEqual({ passed: 0, failed: 0, skipped: 1 });
    expect(text).toContain("twins: skipped, no PyTorch");
    expect((await tallyOf([wanting], true)).tally).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("chooseStages", () => {
  const names = (args: string[]) => chooseStages(all, args).map(({ name }) => name);

  it("leaves the deep ones for a deep run", () => {
    expect(names([])).toEqual(["types", "units", "twins"]);
    expect(names(["--deep"])).toEqual(["webkit"]);
  });

  it("takes names in either spelling, deep ones too, and keeps the order", () => {
    expect(names(["--only", "webkit,types"])).toEqual(["types", "webkit"]);
    expect(names(["--only=units"])).toEqual(["units"]);
  });

  it("refuses a name that no stage has, and says which there are", () => {
    expect(() => names(["--only", "unit"])).toThrow(
      'test: --only takes names of stages, got "unit". There are: types, units, twins, webkit',
    );
    expect(() => names(["--only"])).toThrow('got ""');
  });
});
