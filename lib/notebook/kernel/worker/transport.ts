/**
 * The intrinsics that the kernel itself stands on, captured before any learner code runs.
 * A cell may delete or replace them: what is held here goes on working.
 */
export type WorkerPort = {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(
    type: "error" | "unhandledrejection",
    listener: (event: { error?: unknown; reason?: unknown; preventDefault(): void }) => void,
  ): void;
};

export type Transport = {
  listen(receive: (data: unknown) => void): void;
  /** Errors that nobody caught: of a timer, or of a promise that nobody awaited. */
  listenUncaught(receive: (thrown: unknown) => void): void;
  send(message: unknown): void;
  now(): number;
  later(work: () => void, milliseconds: number): unknown;
  cancel(handle: unknown): void;
};

/** Binds the worker's own way out. Called once, first of all. */
export function captureTransport(scope: typeof globalThis & WorkerPort): Transport {
  const add = scope.addEventListener.bind(scope) as WorkerPort["addEventListener"];
  const post = scope.postMessage.bind(scope);
  const clock = scope.performance.now.bind(scope.performance);
  const start = scope.setTimeout.bind(scope);
  const clear = scope.clearTimeout.bind(scope);
  return {
    listen: (receive) => add("message", (event) => receive(event.data)),
    listenUncaught: (receive) => {
      add("error", (event) => {
        event.preventDefault();
        receive(event.error);
      });
      add("unhandledrejection", (event) => {
        event.preventDefault();
        receive(event.reason);
      });
    },
    send: (message) => post(message),
    now: () => clock(),
    later: (work, milliseconds) => start(work, milliseconds),
    cancel: (handle) => clear(handle as ReturnType<typeof setTimeout>),
  };
}
