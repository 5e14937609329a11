/**
 * What a reader typed, kept in this browser: one record a cell, written at every pause.
 * A page that is closed in the middle of a word leaves it in `localStorage`, which is written at once; the next visit takes it from there.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as z from "zod/mini";

/** Version of the record; a change of its shape comes with a migration. */
const SCHEMA = 1;

const editSchema = z.object({
  schema: z.literal(SCHEMA),
  lesson: z.string(),
  cell: z.string(),
  source: z.string(),
  savedAt: z.number(),
});
type Edit = z.infer<typeof editSchema>;

interface NotebookDatabase extends DBSchema {
  edits: { key: [string, string]; value: Edit; indexes: { lesson: string } };
}

export type EditStore = {
  load(): Promise<Map<string, string>>;
  save(cell: string, source: string): Promise<void>;
  remove(cell: string): Promise<void>;
  /** Keeps what has not been saved yet, at once: the page may be gone in the next moment. */
  rescue(pending: ReadonlyMap<string, string>): void;
};

export type EditStoreOptions = { lesson: string; now?: () => number; rescueStorage?: Storage | undefined };

const rescueKey = (lesson: string) => `fan-in.rescue.${lesson}`;

/** The edits of one lesson. Rejects where the browser keeps nothing (a private window, storage switched off). */
export async function openEditStore({
  lesson,
  now = Date.now,
  rescueStorage,
}: EditStoreOptions): Promise<EditStore> {
  const database: IDBPDatabase<NotebookDatabase> = await openDB<NotebookDatabase>("fan-in", SCHEMA, {
    upgrade(db) {
      db.createObjectStore("edits", { keyPath: ["lesson", "cell"] }).createIndex("lesson", "lesson");
    },
    // Another tab wants a newer schema: let go, so that it need not wait for this one.
    blocking: () => database.close(),
  });
  const save = async (cell: string, source: string) => {
    await database.put("edits", { schema: SCHEMA, lesson, cell, source, savedAt: now() });
  };

  async function takeRescued(): Promise<void> {
    const text = rescueStorage?.getItem(rescueKey(lesson));
    if (!text) return;
    const rescued = z.record(z.string(), z.string()).safeParse(parseJson(text));
    if (rescued.success) for (const [cell, source] of Object.entries(rescued.data)) await save(cell, source);
    rescueStorage?.removeItem(rescueKey(lesson));
  }

  return {
    async load() {
      await takeRescued();
      const found = new Map<string, string>();
      for (const record of await database.getAllFromIndex("edits", "lesson", lesson)) {
        const edit = editSchema.safeParse(record);
        if (edit.success) found.set(edit.data.cell, edit.data.source);
      }
      return found;
    },
    save,
    remove: (cell) => database.delete("edits", [lesson, cell]),
    rescue(pending) {
      if (pending.size > 0)
        rescueStorage?.setItem(rescueKey(lesson), JSON.stringify(Object.fromEntries(pending)));
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Half-written: there is nothing to take from it.
  }
}
