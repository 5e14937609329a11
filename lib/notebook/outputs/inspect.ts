/** Any JavaScript value as `text/plain`: for a cell's last value and for what it prints. Nothing in here throws. */
import { formatArguments } from "./inspect/log";
import { tabulate } from "./inspect/table";
import { walk } from "./inspect/walk";

/** Characters of one value; the rest is told by its number. */
const BUDGET = 10_000;
/** Characters of what prints itself: a tensor of a thousand values, each as wide as they come, and more. */
const OWN_BUDGET = 100_000;

/**
 * The text of a value as a cell's result: strings in quotes, long lists folded, at most about 10,000 characters.
 * Getters are not run. A value prints itself by a method under `Symbol.for("fan-in.text")` or a `toString` of its own.
 */
export function inspect(value: unknown): string {
  return walk(value, { budget: BUDGET, ownBudget: OWN_BUDGET });
}

/** The text of `console.log(...given)`: strings bare, `%s %d %i %f %o %O %c %%` read as consoles do. */
export function formatLog(given: readonly unknown[]): string {
  return formatArguments(given, inspect);
}

/** The text of `console.table(data, columns)`; what has no rows is printed as `console.log` would. */
export function formatTable(data: unknown, columns?: readonly string[]): string {
  try {
    return tabulate(data, columns) ?? formatLog([data]);
  } catch {
    // A proxy may throw from any look at it; `inspect` says so in its place.
    return formatLog([data]);
  }
}
