import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// `npm run names` makes of tests/golden/names.json, which real PyTorch has printed, the lists by which the engine says of a name
// that PyTorch has it. With --check nothing is written: the exit code is 1 if they differ from what is committed.
const FILE = "lib/torch/pytorch-names.ts";

const root = process.cwd();
const text = toModule(readFileSync(path.join(root, "tests/golden/names.json"), "utf8"));
if (!process.argv.includes("--check")) writeFileSync(path.join(root, FILE), text);
else if (readFileSync(path.join(root, FILE), "utf8") !== text) {
  console.error(`names: ${FILE} is not what tests/golden/names.json gives. Run \`npm run names\`.`);
  process.exitCode = 1;
}

type Place = { names: string; required: string };

function toModule(golden: string): string {
  const { torch, cases } = JSON.parse(golden) as { torch: string; cases: Record<string, Place> };
  const entries = Object.entries(cases).map(
    ([place, { names }]) => `  ${/^\w+$/.test(place) ? place : `"${place}"`}:\n    "${names}",\n`,
  );
  const required = Object.entries(cases).flatMap(([place, { required }]) =>
    required === "" ? [] : [`  ${/^\w+$/.test(place) ? place : `"${place}"`}:\n    "${required}",\n`],
  );
  return `/** The public names of PyTorch ${torch} by where they stand. Written by \`npm run names\`. */
export const PYTORCH_NAMES: Readonly<Record<string, string>> = {
${entries.join("")}};

/** What a function lacks that is called without arguments: \`exp=input\` as C++ says it, \`norm:input\` as Python does, \`sum*\` where it has several forms. */
export const REQUIRED: Readonly<Record<string, string>> = {
${required.join("")}};
`;
}
