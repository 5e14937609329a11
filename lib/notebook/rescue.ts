/**
 * Edits that had not been saved when a page was closed: `localStorage`, which is written at once. The next visit takes them from there.
 * Each carries its time, since another tab may have saved a newer one.
 */
import * as z from "zod/mini";

/** `source` is null where an edit was taken back. */
const rescuedSchema = z.record(z.string(), z.object({ source: z.nullable(z.string()), at: z.number() }));
export type Rescued = z.infer<typeof rescuedSchema>;

export type RescueBox = {
  read(): Rescued;
  /** Adds to what other tabs have left there. */
  put(edits: Rescued): void;
  /** Takes these cells out. */
  drop(cells: Iterable<string>): void;
};

/** The box of one lesson. It throws nothing: where a browser keeps nothing, it is empty. */
export function rescueBox(lesson: string, storage: Storage | undefined): RescueBox {
  const key = `fan-in.rescue.${lesson}`;

  function read(): Rescued {
    try {
      return rescuedSchema.safeParse(JSON.parse(storage?.getItem(key) ?? "{}")).data ?? {};
    } catch {
      return {}; // Half-written, or refused: there is nothing to take from it.
    }
  }

  function write(edits: Rescued): void {
    try {
      if (Object.keys(edits).length > 0) storage?.setItem(key, JSON.stringify(edits));
      else storage?.removeItem(key);
    } catch {
      // Full or refused, in the last moment of a page: nobody is left to be told.
    }
  }

  return {
    read,
    put: (edits) => write({ ...read(), ...edits }),
    drop(cells) {
      const gone = new Set(cells);
      write(Object.fromEntries(Object.entries(read()).filter(([cell]) => !gone.has(cell))));
    },
  };
}
