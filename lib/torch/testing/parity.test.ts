/** docs/torch-parity.md says what the goldens hold the engine to; `npm run parity` writes it anew. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import torch from "..";
import { pytorchNames } from "../near-names";
import { DIGITS, NEAR } from "./compare";
import { readCoverage } from "./parity/coverage";
import { listPlaces } from "./parity/places";
import { renderParity, type Tolerances, toRows } from "./parity/render";
import type { GoldenCase } from "./program";

const GOLDEN = new URL("../../../tests/golden/", import.meta.url);
const PAGE = new URL("../../../docs/torch-parity.md", import.meta.url).pathname;

const within = ({ float32, float64 }: typeof DIGITS) => `within ${float32} (float64: ${float64})`;
const TOLERANCES: Tolerances = {
  bits: "exact",
  ulp2: "exact (float64: within 2 ulp)",
  digits: within(DIGITS),
  near: within(NEAR),
};

type Golden = { torch: string; host: string; cases: GoldenCase[] };
const goldens = readdirSync(GOLDEN)
  .filter((name) => /^engine-.*\.json$/.test(name))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, GOLDEN), "utf8")) as Golden);
const covered = readCoverage(
  goldens.flatMap(({ cases }) => cases),
  pytorchNames("nn.Module"),
);
/** What other tests hold to goldens of another form. */
const OTHERS: readonly (readonly [golden: string, name: string])[] = [
  ["print.json", "torch.set_printoptions"],
];
for (const [golden, name] of OTHERS) {
  const { cases } = JSON.parse(readFileSync(new URL(golden, GOLDEN), "utf8")) as { cases: unknown[] };
  covered.set(name, {
    kinds: new Map([["bits", cases.length]]),
    passing: new Map(),
    gradients: new Map(),
    errors: 0,
  });
}
// One function under two names needs no second golden.
for (const name of Object.keys(torch.autograd)) {
  const coverage = covered.get(`torch.${name}`);
  if (coverage && Reflect.get(torch.autograd, name) === Reflect.get(torch, name))
    covered.set(`torch.autograd.${name}`, coverage);
}
const places = listPlaces().map((place) => ({ place, rows: toRows(place, covered, TOLERANCES) }));

it("the page on parity is what the goldens say", async () => {
  const { torch: version, host } = goldens[0]!;
  await expect(renderParity(places, { torch: version, host })).toMatchFileSnapshot(PAGE);
});

it("the goldens are of one PyTorch on one host", () => {
  expect(new Set(goldens.map(({ torch: version, host }) => `${version} ${host}`)).size).toBe(1);
});

it("hardly anything is here without a golden", () => {
  const untested = places.flatMap(({ place, rows }) =>
    rows.filter(({ verdict }) => verdict === "untested").map(({ name }) => `${place.path}.${name}`),
  );
  // A seed that nobody chose gives numbers that nobody can compare; of cuda without a card there is only the refusal.
  expect(untested).toEqual(["torch.seed", "Tensor.cuda"]);
});
