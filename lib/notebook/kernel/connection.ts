/** A way to one worker, whatever it lives in. A host makes them; `Kernel` uses one at a time. */
import type { ToKernel } from "./protocol";

export type Listener = {
  /** Anything the worker sent, not yet parsed. */
  message(message: unknown): void;
  /** The worker is gone or no longer answers; nothing more will come. */
  lost(reason: string): void;
};

export type Connection = {
  post(message: ToKernel): void;
  /** Tells the watchdog whether silence means anything. */
  busy(isBusy: boolean): void;
  /** Ends the worker at once, whatever it is doing. */
  close(): void;
};

/** Resolves when the worker has said "ready"; rejects with a sentence for the reader when it can't be had. */
export type Connect = (listener: Listener) => Promise<Connection>;
