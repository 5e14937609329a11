import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { type BuildName, flagsFor } from "./builds";
import type { Sample } from "./contender";
import type { Task } from "./ours-node";

/** A process that answers one message at a time. */
export interface Child {
  ask(message: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** Resolves when the process has said "ready"; rejects with what it wrote to its error stream when it ends before. */
async function startChild(file: string, { flags, args }: Record<"flags" | "args", string[]>): Promise<Child> {
  const child = fork(file, args, { execArgv: flags, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let said = "";
  child.stderr?.on("data", (data) => {
    said = `${said}${data}`.slice(-2000);
  });
  const why = () => `its process ended: ${said.trim().split("\n").at(-1) ?? ""}`;
  await answerOf(child, why);
  return {
    async ask(message) {
      child.send(message as object);
      return answerOf(child, why);
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}

function answerOf(child: ChildProcess, why: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const isGone = () => reject(new Error(why()));
    if (child.exitCode !== null || child.signalCode !== null) return isGone();
    child.once("exit", isGone);
    child.once("message", (message) => {
      child.off("exit", isGone);
      resolve(message);
    });
  });
}

/** The engine with one build, ready to be told tasks. */
export async function startOurs(root: string, build: BuildName) {
  const file = path.join(root, "scripts", "bench", "engine", "ours-node.ts");
  const child = await startChild(file, { flags: ["--import", "tsx", ...flagsFor(build)], args: [build] });
  return {
    ask: async <T>(task: Task): Promise<T> => {
      const answer = (await child.ask(task)) as T | { none: string };
      if (typeof answer === "object" && answer !== null && "none" in answer) throw new Error(answer.none);
      return answer;
    },
    close: child.close,
  };
}

/** A rival's bundle, ready to be told names of works. */
export async function startRival(file: string, packages: string) {
  const child = await startChild(file, { flags: [], args: [packages] });
  return { sample: (work: string) => child.ask(work) as Promise<Sample>, close: child.close };
}
