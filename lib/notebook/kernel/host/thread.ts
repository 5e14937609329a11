/** The kernel under Node: the browser's own bundle in a worker thread, for baking, tests and the command line. */
import { Worker } from "node:worker_threads";
import { kernelBundle } from "../bundle";
import type { Connect } from "../connection";
import type { ToKernel } from "../protocol";

/** Gives the thread a browser worker's two doors, and takes away Node's own before the bundle runs. */
const PRELUDE = `
const { parentPort } = require("node:worker_threads");
const host = process;
globalThis.self = globalThis;
globalThis.postMessage = (message) => parentPort.postMessage(message);
const doors = {
  message: (listener) => parentPort.on("message", (data) => listener({ data })),
  error: (listener) => host.on("uncaughtException", (error) => listener({ error, preventDefault() {} })),
  unhandledrejection: (listener) => host.on("unhandledRejection", (reason) => listener({ reason, preventDefault() {} })),
};
globalThis.addEventListener = (type, listener) => doors[type](listener);
`;

/** Megabytes of JavaScript heap a kernel may fill: about what a browser allows a worker. */
const HEAP_MEGABYTES = 2048;

export const connectThread: Connect = async (listener) => {
  const { source, plot } = await kernelBundle();
  const worker = new Worker(
    `${PRELUDE}(function (require, process, module, exports, __filename, __dirname) {${source}\n})();`,
    {
      eval: true,
      env: {},
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    },
  );
  worker.postMessage({ type: "plot", script: plot } satisfies ToKernel);
  let closed = false;
  return new Promise((resolve, reject) => {
    let isReady = false;
    const gone = (reason: string) => {
      if (closed) return;
      closed = true;
      if (isReady) listener.lost(reason);
      else reject(new Error(`The kernel could not start: ${reason}`));
    };
    worker.on("error", (error) => gone(error.message));
    worker.on("exit", () => gone("its thread ended"));
    worker.on("message", (message: { type?: string }) => {
      if (closed) return;
      listener.message(message);
      if (message.type !== "ready" || isReady) return;
      isReady = true;
      resolve({
        post: (to) => worker.postMessage(to),
        busy: () => {},
        close: () => {
          closed = true;
          void worker.terminate();
        },
      });
    });
  });
};
