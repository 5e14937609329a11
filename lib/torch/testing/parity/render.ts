/** docs/torch-parity.md: what the goldens hold the engine to, name by name. */
import type { GoldenCase } from "../program";
import type { Coverage } from "./coverage";
import type { Place } from "./places";

export type Verdict = "exact" | "near" | "untested" | "ours";
type Kind = GoldenCase["kind"];
export type Tolerances = Readonly<Record<Kind, string>>;
type Row = { name: string; verdict: Verdict; said: string; cases: number; gradient: string };

const ORDER: readonly Kind[] = ["bits", "ulp2", "digits", "near"];

function worst(kinds: ReadonlyMap<Kind, number>): Kind | undefined {
  return ORDER.findLast((kind) => kinds.has(kind));
}

function total(kinds: ReadonlyMap<Kind, number>): number {
  return [...kinds.values()].reduce((sum, count) => sum + count, 0);
}

function toRow(
  name: string,
  { place, coverage, tolerances }: { place: Place; coverage: Coverage | undefined; tolerances: Tolerances },
): Row {
  const none: Row = {
    name,
    verdict: "untested",
    said: "here, untested against PyTorch",
    cases: 0,
    gradient: "",
  };
  if (!place.theirs.has(name) && !coverage)
    return { ...none, verdict: "ours", said: "ours, PyTorch has none" };
  if (!coverage) return none;
  const { kinds, passing, gradients, errors } = coverage;
  const cases = total(kinds) + total(passing) + total(gradients) + errors;
  const owed = worst(gradients);
  const gradient = owed === undefined ? "" : tolerances[owed];
  // A program that goes through a name and whose bits are right holds the name to them too.
  const kind = worst(kinds) ?? (passing.has("bits") ? "bits" : worst(passing)) ?? owed;
  if (kind === undefined) return { ...none, cases, said: "here, only its errors tested against PyTorch" };
  return {
    name,
    verdict: kind === "bits" ? "exact" : "near",
    said: sayKinds(kinds, kind, tolerances),
    cases,
    gradient,
  };
}

/** Where some programs owe bits and others do not (parameters and outputs of a module), both are said. */
function sayKinds(kinds: ReadonlyMap<Kind, number>, kind: Kind, tolerances: Tolerances): string {
  if (kind === "bits" || !kinds.has("bits")) return tolerances[kind];
  return `${kinds.get("bits")} programs exact, ${total(kinds) - kinds.get("bits")!} ${tolerances[kind]}`;
}

/** The rows of a place, by name. */
export function toRows(place: Place, covered: ReadonlyMap<string, Coverage>, tolerances: Tolerances): Row[] {
  return [...place.here]
    .sort()
    .map((name) => toRow(name, { place, coverage: covered.get(`${place.path}.${name}`), tolerances }));
}

function absentOf({ here, theirs }: Place): string[] {
  return [...theirs].filter((name) => !here.has(name)).sort();
}

export function renderParity(
  places: readonly { place: Place; rows: readonly Row[] }[],
  { torch, host }: { torch: string; host: string },
): string {
  const count = (rows: readonly Row[], verdict: Verdict) =>
    rows.filter((row) => row.verdict === verdict).length;
  const counts = (title: string, rows: readonly Row[], absent: number) =>
    [
      title,
      count(rows, "exact"),
      count(rows, "near"),
      count(rows, "untested"),
      absent,
      count(rows, "ours"),
    ].map(String);
  const absent = places.reduce((sum, { place }) => sum + absentOf(place).length, 0);
  const summary = toTable([
    ["", "exact", "within a tolerance", "untested", "not here", "ours"],
    ...places.map(({ place, rows }) => counts(place.title, rows, absentOf(place).length)),
    counts(
      "**all**",
      places.flatMap(({ rows }) => rows),
      absent,
    ),
  ]);
  return `# The engine and PyTorch, name by name

Written by \`npm run parity\` from the golden programs (\`tests/golden/engine-*.json\`), which PyTorch ${torch} answered on
${host}; a test fails when this page is out of date. "Exact" means that every bit of every program agrees; other entries say how near the values are
held, the worst of their programs counting. The column "gradient" says the same of derivatives, where programs ask for them.

${summary}

${places.map(renderPlace).join("\n")}`;
}

function renderPlace({ place, rows }: { place: Place; rows: readonly Row[] }): string {
  const table = toTable([
    ["name", "agreement", "gradient", "programs"],
    ...rows.map(({ name, said, cases, gradient }) => [`\`${name}\``, said, gradient, String(cases || "")]),
  ]);
  const absent = absentOf(place);
  const notHere =
    absent.length === 0 ? "" : `\nNot here: ${absent.map((name) => `\`${name}\``).join(", ")}.\n`;
  return `## ${place.title}

${table}
${notHere}`;
}

/** A Markdown table as the formatter has it: columns of one width. */
function toTable([head = [], ...body]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...body].map((row) => row[column]!.length)));
  const toLine = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  return [head, widths.map((width) => "-".repeat(width)), ...body].map(toLine).join("\n");
}
