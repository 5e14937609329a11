/** Joins a notebook to this browser: where edits are kept, when the kernel is fetched, how wide a figure is. */
import type { AuthorCell } from "@/lib/notebook/model";
import { Notebook } from "@/lib/notebook/notebook";
import { predictions } from "@/lib/notebook/predictions";
import { type EditStore, openEditStore } from "@/lib/notebook/storage";

/** Milliseconds without a key after which an edit is written. */
const PAUSE = 250;
/** Below this many gigabytes there is no spare kernel. */
const SMALL_DEVICE = 4;

type Device = Navigator & { deviceMemory?: number; connection?: { saveData?: boolean } };

export type LessonNotebook = {
  notebook: Notebook;
  /** Starts to load and to keep edits; answers what ends it. */
  attach(onProblem: (problem: string) => void): () => void;
};

type Options = { lesson: string; cells: readonly AuthorCell[]; kernelAddress: string };

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: 4000 });
  else setTimeout(work, 1000);
}

function figureWidth(cell: string): number {
  const element = document.querySelector(`[data-cell="${cell}"] [data-outputs]`);
  return Math.max(240, Math.round((element?.clientWidth ?? 640) - 32));
}

export function createLessonNotebook({ lesson, cells, kernelAddress }: Options): LessonNotebook {
  const pending = new Map<string, string>();
  let store: EditStore | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tell: (problem: string) => void = () => {};

  async function flush(): Promise<void> {
    if (!store) return;
    const batch = [...pending];
    try {
      for (const [cell, source] of batch) {
        await store.save(cell, source);
        if (pending.get(cell) === source) pending.delete(cell);
      }
    } catch {
      tell(
        "This browser would not save your last edit: its storage is full or switched off. Copy your code before you leave.",
      );
    }
  }

  function keep(cell: string, source: string | undefined): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), PAUSE);
    if (source !== undefined) pending.set(cell, source);
    else {
      pending.delete(cell);
      store
        ?.remove(cell)
        .catch(() => tell("This browser would not forget your edit: its storage is switched off."));
    }
  }

  const notebook = new Notebook({
    cells,
    keep,
    figureWidth,
    loadEngine: () => import("@/lib/notebook/engine"),
    createKernel: (engine, onPhase) =>
      engine.createPageKernel({
        onPhase,
        pool: {
          document,
          address: kernelAddress,
          whenIdle,
          keepSpare: ((navigator as Device).deviceMemory ?? SMALL_DEVICE) >= SMALL_DEVICE,
        },
      }),
    isGated: (cell) => predictions.isOpenBefore(lesson, cell),
  });

  return {
    notebook,
    attach(onProblem) {
      tell = onProblem;
      let ended = false;
      openEditStore({ lesson, rescueStorage: localStorageOrNone() })
        .then(async (opened) => {
          const edits = await opened.load();
          if (ended) return;
          store = opened;
          notebook.restoreEdits(edits);
          if (pending.size > 0) await flush();
        })
        .catch(() =>
          tell("This browser keeps nothing for this page: what you type is gone when you close it."),
        );
      const rescue = () => store?.rescue(pending);
      const hide = () => document.visibilityState === "hidden" && void flush();
      addEventListener("pagehide", rescue);
      document.addEventListener("visibilitychange", hide);
      if (!(navigator as Device).connection?.saveData)
        whenIdle(() => !ended && void notebook.warm().catch(() => {}));
      return () => {
        ended = true;
        removeEventListener("pagehide", rescue);
        document.removeEventListener("visibilitychange", hide);
        notebook.close();
      };
    },
  };
}

function localStorageOrNone(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined; // Switched off: IndexedDB is then the only place.
  }
}
