/** A committed golden that is not what PyTorch prints now. */
export interface StaleGolden {
  name: string;
  difference: string;
}

/** Compares the cases of goldens by file name; what a header says of the host that printed them is not compared. */
export function findStaleGoldens(
  committed: ReadonlyMap<string, string>,
  printed: ReadonlyMap<string, string>,
): StaleGolden[] {
  return [...new Set([...committed.keys(), ...printed.keys()])].sort().flatMap((name) => {
    const difference = maybeDifference(committed.get(name), printed.get(name));
    return difference === undefined ? [] : [{ name, difference }];
  });
}

function maybeDifference(committed: string | undefined, printed: string | undefined): string | undefined {
  if (committed === undefined) return "is printed, but not committed";
  if (printed === undefined) return "is committed, but no program in scripts/golden prints it";
  const before = toCases(committed);
  const now = toCases(printed);
  const keys = [...new Set([...before.keys(), ...now.keys()])].filter(
    (key) => before.get(key) !== now.get(key),
  );
  return keys.length === 0
    ? undefined
    : `${keys.length} of its ${now.size} cases differ, the first is ${keys[0]}`;
}

function toCases(text: string): Map<string, string> {
  const { cases } = JSON.parse(text) as { cases: Record<string, unknown> };
  return new Map(
    Object.entries(cases).map(([key, value]) => [
      isNamed(value) ? `${key} (${value.name})` : key,
      JSON.stringify(value),
    ]),
  );
}

function isNamed(value: unknown): value is { name: string } {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";
}
