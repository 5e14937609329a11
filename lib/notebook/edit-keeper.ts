/**
 * Keeps what a reader types, whatever order things come in: keys before the store has opened, a page closed in the middle of a word, a reset
 * while an older text is still being written.
 */
import type { RescueBox } from "./rescue";
import type { EditStore } from "./storage";

export type EditKeeper = {
  /** Takes up an edit; undefined takes one back. */
  keep(cell: string, source: string | undefined): void;
  /** Opens the store. Answers the edits of earlier visits, but for cells that have been typed in since. */
  open(): Promise<Map<string, string>>;
  /** Writes what is not written yet, one after the other. */
  flush(): Promise<void>;
  /** Puts what is not written yet where the next visit finds it: the page may be gone in the next moment. */
  rescue(): void;
};

export type EditKeeperOptions = {
  openStore: () => Promise<EditStore>;
  box: RescueBox;
  /** A sentence for the reader. */
  tell: (problem: string) => void;
  now?: () => number;
};

type Pending = { source: string | undefined; at: number };

export function createEditKeeper({ openStore, box, tell, now = Date.now }: EditKeeperOptions): EditKeeper {
  const pending = new Map<string, Pending>();
  const typed = new Set<string>();
  let store: EditStore | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(cell: string, { source, at }: Pending): Promise<void> {
    if (source === undefined) await store?.remove(cell);
    else await store?.save(cell, { source, savedAt: at });
  }

  async function drain(): Promise<void> {
    const written: string[] = [];
    while (store && pending.size > 0) {
      const [cell, edit] = pending.entries().next().value as [string, Pending];
      try {
        await write(cell, edit);
      } catch {
        tell(
          "This browser would not save your last edit: its storage is full or switched off. Copy your code before you leave.",
        );
        break;
      }
      // Typed on meanwhile: the newer text has its own turn.
      if (pending.get(cell) !== edit) continue;
      pending.delete(cell);
      written.push(cell);
    }
    if (written.length > 0) box.drop(written);
  }

  function flush(): Promise<void> {
    writing = writing.then(drain);
    return writing;
  }

  /** What an earlier page left unsaved is unsaved here, unless something newer was saved or typed since. */
  function takeRescued(savedAt: (cell: string) => number): void {
    for (const [cell, { source, at }] of Object.entries(box.read())) {
      if (at < savedAt(cell)) box.drop([cell]);
      else if (!pending.has(cell)) pending.set(cell, { source: source ?? undefined, at });
    }
  }

  return {
    keep(cell, source) {
      pending.set(cell, { source, at: now() });
      typed.add(cell);
    },
    async open() {
      const edits = new Map<string, string>();
      try {
        const opened = await openStore();
        const stored = await opened.load();
        for (const [cell, { source }] of stored) edits.set(cell, source);
        takeRescued((cell) => stored.get(cell)?.savedAt ?? 0);
        store = opened;
      } catch {
        takeRescued(() => 0);
        tell("This browser keeps nothing for this page: what you type may be gone when you close it.");
      }
      for (const [cell, { source }] of pending) {
        if (source === undefined) edits.delete(cell);
        else edits.set(cell, source);
      }
      for (const cell of typed) edits.delete(cell);
      void flush();
      return edits;
    },
    flush,
    rescue() {
      if (pending.size === 0) return;
      const entries = [...pending].map(([cell, { source, at }]) => [cell, { source: source ?? null, at }]);
      box.put(Object.fromEntries(entries));
    },
  };
}
