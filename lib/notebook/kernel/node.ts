/** The door for Node: a kernel for a build, a test or the command line. */
import { connectThread } from "./host/thread";
import { Kernel, type KernelOptions } from "./kernel";

export type { RunRequest, RunResult } from "./run";
export type NodeKernel = Kernel;

/** A kernel in a worker thread, ready to run. Close it, or the process goes on waiting for it. */
export async function startNodeKernel(options: Omit<KernelOptions, "connect"> = {}): Promise<NodeKernel> {
  const kernel = new Kernel({ ...options, connect: connectThread });
  await kernel.warm();
  return kernel;
}
