/** Python that came in a file, and the lesson's cell whose twin it is. */

/** A lesson's cell in both languages. */
export type TwinEntry = { lesson: string; cell: string; python: string; typescript: string };

/** The TypeScript of an imported Python cell. */
export type Offer = {
  lesson: string;
  cell: string;
  typescript: string;
  /** The Python was changed since it left here: its TypeScript is that of the original. */
  isChanged: boolean;
};

/** Where a file says that its Python came from. */
export type Origin = { lesson: string | undefined; cell: string | undefined };

/** Finds whose twin a source is: by its text, or else by what the file says. */
export function findTwin(
  source: string,
  { lesson, cell }: Origin,
  twins: readonly TwinEntry[],
): Offer | undefined {
  const wanted = normalise(source);
  const same = wanted === "" ? [] : twins.filter(({ python }) => normalise(python) === wanted);
  const isNamed = (entry: TwinEntry) => entry.lesson === lesson && entry.cell === cell;
  const found = same.find(isNamed) ?? same[0] ?? twins.find(isNamed);
  if (!found) return undefined;
  return {
    lesson: found.lesson,
    cell: found.cell,
    typescript: found.typescript,
    isChanged: same.length === 0,
  };
}

/** Spaces at the ends of lines and empty lines are nobody's change. */
function normalise(source: string): string {
  return source
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n");
}
