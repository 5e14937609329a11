/** What becomes of a realm that a run has damaged: mended and told, or given up. */
import { repair, type Snapshot } from "./intrinsics";

/** The realm cannot be mended: no other cell may run in it. */
export class BrokenRealm extends Error {}

/** Mends the realm. Answers the error that tells the run what it did, if it did something. */
export function mend(intrinsics: Snapshot): Error | undefined {
  const { changed, lasting } = repair(intrinsics);
  if (lasting.length > 0)
    throw new BrokenRealm(
      `This run changed the language's own ${listed(lasting)} in a way that cannot be undone (it was frozen, or fixed for good). The notebook itself stands on it, so a new kernel has taken the place of this one, in the state before this run. Freeze objects of your own instead.`,
    );
  if (changed.length === 0) return undefined;
  const error = new Error(
    `This run changed the language's own ${listed(changed)}. The notebook itself stands on them, so they were put back. Write a function of your own instead.`,
  );
  error.name = "BuiltInError";
  return error;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and more` : shown;
}
