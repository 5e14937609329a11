/**
 * One kernel frame in a page, with the worker inside, spoken to over one port.
 * A frame that navigates itself, floods, or falls silent is torn down, and its owner is told why.
 */
import { FRAME_SILENCE, PING_EVERY, START_SILENCE, WORKER_SILENCE } from "../../limits";
import type { Listener } from "../connection";
import { frameSchema, type ToKernel } from "../protocol";
import type { Scripts } from "../scripts";
import type { Shell } from "./shell";

export type Frame = {
  /** Resolves when the worker has said "ready". */
  ready: Promise<void>;
  /** Hears all that comes after "ready". */
  listen(listener: Listener): void;
  post(message: ToKernel): void;
  busy(isBusy: boolean): void;
  close(): void;
};

/** Gives a frame its scripts, and speaks to it. Nothing that it says is read but through the port handed over at its first load. */
export function joinFrame({ port, secret, watch, remove }: Shell, scripts: Promise<Scripts>): Frame {
  let listener: Listener | undefined;
  let closed = false;
  let isBusy = false;
  let isReady = false;
  let settle: { resolve(): void; reject(error: Error): void };
  const ready = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  ready.catch(() => {}); // Nobody need wait for a spare.

  /** Ticks without an answer. Ticks, not time: a laptop that slept has not missed any. */
  const silent = { start: 0, frame: 0, worker: 0 };
  let loads = 0;
  let isTold = false;
  let pings = 0;
  const tick = setInterval(() => {
    if (!isReady) {
      // How long the network takes is not ours to say; a frame that has loaded and says nothing is not our kernel.
      if (loads > 0 && isTold && ++silent.start > START_SILENCE / PING_EVERY)
        lose("its frame loaded and said nothing");
      return;
    }
    if (++silent.frame > FRAME_SILENCE / PING_EVERY) return lose("its frame fell silent");
    if (isBusy) silent.worker = 0;
    else if (++silent.worker > WORKER_SILENCE / PING_EVERY) return lose("its loop fell silent");
    port.postMessage({ framePing: ++pings });
    if (!isBusy) port.postMessage({ type: "ping", id: pings } satisfies ToKernel);
  }, PING_EVERY);

  function close(): void {
    if (closed) return;
    closed = true;
    clearInterval(tick);
    remove();
    settle.reject(new Error("The kernel was closed before it was ready."));
  }

  function lose(reason: string): void {
    if (closed) return;
    settle.reject(new Error(`The kernel could not start: ${reason}.`));
    close();
    // Who waits for a worker has its answer in `ready`.
    if (isReady) listener?.lost(reason);
  }

  port.onmessage = ({ data }) => {
    const parsed = frameSchema.safeParse(data);
    if (!parsed.success) return lose("its frame sent something else than messages");
    const message = parsed.data;
    if (message.from === "worker") {
      silent.worker = 0;
      const type = (message.message as { type?: unknown } | null)?.type;
      if (type === "ready" && !isReady) {
        isReady = true;
        settle.resolve();
      }
      listener?.message(message.message);
    } else if ("pong" in message) silent.frame = 0;
    else if ("flood" in message) lose("it sent more messages than a page can read");
    else if ("crashed" in message) lose(message.crashed);
    else if (message.nonce !== secret) lose("its frame is not the one that was opened");
  };

  scripts.then(
    (told) => {
      if (closed) return;
      isTold = true;
      port.postMessage(told);
    },
    () => lose("its script could not be fetched"),
  );
  watch((count) => {
    loads = count;
    if (loads > 1) lose("its frame went elsewhere");
  });

  return {
    ready,
    listen(next) {
      listener = next;
    },
    post: (message) => port.postMessage(message),
    busy(next) {
      isBusy = next;
      silent.worker = 0;
    },
    close,
  };
}
