/** Joins a notebook to this browser: where edits are kept, when the kernel is fetched, how wide a figure is. */
import { createEditKeeper } from "@/lib/notebook/edit-keeper";
import { openShell, type Shell } from "@/lib/notebook/kernel/host/shell";
import { fetchScripts, type KernelAddresses, type Scripts } from "@/lib/notebook/kernel/scripts";
import type { AuthorCell } from "@/lib/notebook/model";
import { Notebook } from "@/lib/notebook/notebook";
import { predictions } from "@/lib/notebook/predictions";
import { rescueBox } from "@/lib/notebook/rescue";
import { openEditStore } from "@/lib/notebook/storage";

/** Milliseconds without a key after which an edit is written. */
const PAUSE = 250;
/** Below this many gigabytes there is no spare kernel. */
const SMALL_DEVICE = 4;

type Pool = ReturnType<typeof import("@/lib/notebook/engine")["createPool"]>;
type Device = Navigator & { deviceMemory?: number; connection?: { saveData?: boolean } };

export type LessonNotebook = {
  notebook: Notebook;
  /** Starts to load and to keep edits; answers what ends it. */
  attach(onProblem: (problem: string) => void): () => void;
};

type Options = { lesson: string; cells: readonly AuthorCell[]; kernel: KernelAddresses };

/** After the page has loaded: what is fetched then takes nothing from the first view. */
function whenLoaded(work: () => void): void {
  if (document.readyState === "complete") work();
  else addEventListener("load", work, { once: true });
}

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: 4000 });
  else setTimeout(work, 1000);
}

function figureWidth(cell: string): number {
  const element = document.querySelector(`[data-cell="${cell}"] [data-outputs]`);
  return Math.max(240, Math.round((element?.clientWidth ?? 640) - 32));
}

export function createLessonNotebook({ lesson, cells, kernel }: Options): LessonNotebook {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tell: (problem: string) => void = () => {};
  let pool: Pool | undefined;
  let opened: Shell | undefined;
  let scripts: Promise<Scripts> | undefined;
  const keeper = createEditKeeper({
    openStore: () => openEditStore(lesson),
    box: rescueBox(lesson, localStorageOrNone()),
    tell: (problem) => tell(problem),
  });

  function keep(cell: string, source: string | undefined): void {
    keeper.keep(cell, source);
    clearTimeout(timer);
    timer = setTimeout(() => void keeper.flush(), PAUSE);
  }

  const openFrame = (): Shell => openShell({ document, address: kernel.frame });

  /** A frame that waits for its script: a browser takes its time to make a process, a document and a worker. */
  function prepareFrame(): void {
    if (!pool) opened ??= openFrame();
  }

  /** Fetched once; where that fails, the next call tries again. */
  function loadScripts(): Promise<Scripts> {
    scripts ??= fetchScripts(kernel).catch((error) => {
      scripts = undefined;
      throw error;
    });
    return scripts;
  }

  /** The kernel's scripts come while the code that speaks to it is fetched. */
  function loadEngine() {
    prepareFrame();
    loadScripts().catch(() => {}); // The frame that was to be told says so.
    return import("@/lib/notebook/engine");
  }

  /** The frame that was opened first, then new ones. */
  function takeFrame(): Shell {
    const first = opened;
    opened = undefined;
    return first ?? openFrame();
  }

  const notebook = new Notebook({
    cells,
    keep,
    figureWidth,
    loadEngine,
    createKernel(engine, events) {
      // One pool for the page: an exercise's check takes the same spare, and leaves none behind.
      pool ??= engine.createPool({
        open: takeFrame,
        scripts: loadScripts,
        whenIdle,
        keepSpare: ((navigator as Device).deviceMemory ?? SMALL_DEVICE) >= SMALL_DEVICE,
      });
      return new engine.Kernel({ ...events, connect: pool.connect });
    },
    isGated: (cell) => predictions.isOpenBefore(lesson, cell),
    skipGate: (cell) => predictions.skipBefore(lesson, cell),
  });

  return {
    notebook,
    attach(onProblem) {
      tell = onProblem;
      let ended = false;
      void keeper.open().then((edits) => ended || notebook.restoreEdits(edits));
      const rescue = () => keeper.rescue();
      const hide = () => {
        if (document.visibilityState !== "hidden") return;
        keeper.rescue();
        void keeper.flush();
      };
      const unsubscribe = predictions.subscribe(() => void notebook.goOn());
      addEventListener("pagehide", rescue);
      document.addEventListener("visibilitychange", hide);
      const savesData = (navigator as Device).connection?.saveData;
      const prepare = () => (savesData ? prepareFrame() : void notebook.warm().catch(() => {}));
      whenLoaded(() => whenIdle(() => !ended && prepare()));
      return () => {
        ended = true;
        unsubscribe();
        removeEventListener("pagehide", rescue);
        document.removeEventListener("visibilitychange", hide);
        void keeper.flush();
        notebook.close();
        pool?.close();
        pool = undefined;
        opened?.remove();
        opened = undefined;
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
