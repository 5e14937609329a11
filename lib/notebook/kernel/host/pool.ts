/** A kernel for now and a spare for the next Stop: a restart then costs nothing. */
import type { Connect } from "../connection";
import type { Scripts } from "../scripts";
import { type Frame, joinFrame } from "./frame";
import type { Shell } from "./shell";

export type Pool = {
  connect: Connect;
  /** Ends the spare; what was handed out is its taker's to close. */
  close(): void;
};

export type PoolOptions = {
  /** Opens a frame; the first may have been opened before the pool was there. */
  open: () => Shell;
  /** What every frame is told, fetched once. */
  scripts: () => Promise<Scripts>;
  /** Whether memory allows a second kernel that waits. */
  keepSpare: boolean;
  /** Calls when the page has nothing better to do. */
  whenIdle: (work: () => void) => void;
};

/** Milliseconds that a new kernel has the processor to itself: its first run is mostly on its way. */
const SPARE_AFTER = 1000;

/** A pool whose `connect` hands out the spare when there is one, and makes the next while nothing else happens. */
export function createPool({ open, scripts, keepSpare, whenIdle }: PoolOptions): Pool {
  let spare: Frame | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  function takeSpare(): Frame {
    const taken = spare ?? joinFrame(open(), scripts());
    spare = undefined;
    return taken;
  }

  function prepareSpare(): void {
    if (!keepSpare || spare || isClosed) return;
    const frame = joinFrame(open(), scripts());
    spare = frame;
    const lost = () => {
      if (spare === frame) spare = undefined;
    };
    frame.listen({ message: () => {}, lost });
    frame.ready.catch(lost);
  }

  function dropSpare(): void {
    spare?.close();
    spare = undefined;
  }

  const connect: Connect = async (listener) => {
    const frame = takeSpare();
    frame.listen({
      message: listener.message,
      lost(reason) {
        // Frames of one opaque origin may share a process: what took this one may have taken the spare too.
        dropSpare();
        listener.lost(reason);
      },
    });
    await frame.ready;
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(prepareSpare), SPARE_AFTER);
    return { post: frame.post, busy: frame.busy, close: frame.close };
  };
  return {
    connect,
    close() {
      isClosed = true;
      clearTimeout(timer);
      dropSpare();
    },
  };
}
