import { PYTORCH_NAMES } from "./pytorch-names";

/** How many letters must be added, removed, exchanged or swapped to turn one name into another, but no more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? before[j - 2]! + 1 : change;
      next.push(Math.min(change, swap, row[j]! + 1, next[j - 1]! + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** The name that a reader most likely meant: the nearest within two letters, or one of a short name. */
export function findNear(key: string, names: Iterable<string>): string | undefined {
  let limit = key.length > 4 ? 2 : 1;
  let found: string | undefined;
  for (const name of names) {
    const away = Math.min(
      distance(name, key, limit),
      // Capitals and underscores are what hands of another language get wrong.
      plain(name) === plain(key) ? 0 : limit + 1,
    );
    if (away > limit || (found !== undefined && away === limit)) continue;
    found = name;
    limit = away;
  }
  return found;
}

function plain(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

const lists = new Map<string, ReadonlySet<string>>();

/** The public names that real PyTorch has under a path: `torch`, `torch.nn`, `Tensor`; none for a path that it was not asked about. */
export function pytorchNames(path: string): ReadonlySet<string> {
  let found = lists.get(path);
  if (found === undefined) {
    found = new Set((PYTORCH_NAMES[path] ?? "").split(" "));
    lists.set(path, found);
  }
  return found;
}

/** What to say of a name that is not here: that PyTorch has it (then that is the sentence), or which name was meant. */
export function sayAbsent(
  path: string,
  key: string,
  here: readonly string[],
): { sentence?: string; wayOut?: string } {
  const theirs = pytorchNames(path);
  if (theirs.has(key))
    return { sentence: `${path}.${key} is not part of this engine, though PyTorch has it` };
  const near = findNear(key, here);
  if (near !== undefined) return { wayOut: `did you mean ${path}.${near}?` };
  const absent = findNear(key, theirs);
  return absent === undefined
    ? {}
    : { wayOut: `did you mean ${path}.${absent}? That one is not part of this engine` };
}
