/** The engine in a page: the kernel's own bundle in a worker. The address says which build: ?build=simd. */
import type { Connect } from "@/lib/notebook/kernel/connection";
import type { ToKernel } from "@/lib/notebook/kernel/protocol";
import { type BuildName, checkBuild } from "./builds";
import { type Ours, openOurs } from "./ours";

declare global {
  var ours: Ours;
}

const build = new URL(location.href).searchParams.get("build") as BuildName;

const connect: Connect = async (listener) => {
  checkBuild(build);
  const worker = new Worker(`/kernel-${build}.js`);
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(`the worker did not start: ${event.message}`));
    worker.onmessage = ({ data }) => {
      listener.message(data);
      if (data.type !== "ready") return;
      resolve({
        post: (message: ToKernel) => worker.postMessage(message),
        busy: () => {},
        close: () => worker.terminate(),
      });
    };
  });
};

globalThis.ours = openOurs(connect);
