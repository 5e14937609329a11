/** A kernel for now and a spare for the next Stop: a restart then costs nothing. */
import type { Connect } from "../connection";
import { type Frame, type FrameOptions, openFrame } from "./frame";

export type PoolOptions = FrameOptions & {
  /** Whether memory allows a second kernel that waits. */
  keepSpare: boolean;
  /** Calls when the page has nothing better to do. */
  whenIdle: (work: () => void) => void;
};

/** A `Connect` that hands out the spare when there is one, and makes the next while nothing else happens. */
export function createPool({ keepSpare, whenIdle, ...options }: PoolOptions): Connect {
  let spare: Frame | undefined;

  function takeSpare(): Frame {
    const taken = spare ?? openFrame(options);
    spare = undefined;
    return taken;
  }

  function prepareSpare(): void {
    if (!keepSpare || spare) return;
    const frame = openFrame(options);
    spare = frame;
    frame.listen({
      message: () => {},
      lost: () => {
        if (spare === frame) spare = undefined;
      },
    });
  }

  return async (listener) => {
    const frame = takeSpare();
    frame.listen({
      message: listener.message,
      lost(reason) {
        // Frames of one opaque origin may share a process: what took this one may have taken the spare too.
        spare?.close();
        spare = undefined;
        listener.lost(reason);
      },
    });
    await frame.ready;
    whenIdle(prepareSpare);
    return { post: frame.post, busy: frame.busy, close: frame.close };
  };
}
