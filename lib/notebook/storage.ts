/** What a reader typed, kept in this browser's IndexedDB: one record a cell. */
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

export type StoredEdit = { source: string; savedAt: number };

export type EditStore = {
  load(): Promise<Map<string, StoredEdit>>;
  save(cell: string, edit: StoredEdit): Promise<void>;
  remove(cell: string): Promise<void>;
};

/** The edits of one lesson. Rejects where the browser keeps nothing (a private window, storage switched off). */
export async function openEditStore(lesson: string): Promise<EditStore> {
  const database: IDBPDatabase<NotebookDatabase> = await openDB<NotebookDatabase>("fan-in", SCHEMA, {
    upgrade(db) {
      db.createObjectStore("edits", { keyPath: ["lesson", "cell"] }).createIndex("lesson", "lesson");
    },
    // Another tab wants a newer schema: let go, so that it need not wait for this one.
    blocking: () => database.close(),
  });
  return {
    async load() {
      const found = new Map<string, StoredEdit>();
      for (const record of await database.getAllFromIndex("edits", "lesson", lesson)) {
        const edit = editSchema.safeParse(record);
        if (edit.success) found.set(edit.data.cell, edit.data);
      }
      return found;
    },
    async save(cell, { source, savedAt }) {
      await database.put("edits", { schema: SCHEMA, lesson, cell, source, savedAt });
    },
    remove: (cell) => database.delete("edits", [lesson, cell]),
  };
}
