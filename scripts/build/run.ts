import { type ChildProcess, spawn } from "node:child_process";

/** Where and with what a command runs. */
export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
}

const running = new Set<ChildProcess>();

/** Runs a Node program to its end, its output shown as it comes; resolves to its exit code (a signal's is 128 and more). */
export function runNode(args: readonly string[], { cwd, env = {} }: RunOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    running.add(child);
    child.on("error", reject);
    child.on("exit", (code) => {
      running.delete(child);
      resolve(code ?? 128);
    });
  });
}

/** How the children of a program are ended. */
export interface EndOptions {
  /** What they are sent; Playwright ends the server that it started only on SIGINT. */
  signal?: "SIGTERM" | "SIGINT";
  /** How long they get to end theirs. */
  graceMs?: number;
}

/** Lets a signal to this process end its children too; call it once, in the program's first line. */
export function endChildrenOnSignals({ signal: passedOn = "SIGTERM", graceMs = 500 }: EndOptions = {}): void {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.on(signal, () => {
      for (const child of running) child.kill(passedOn);
      setTimeout(() => {
        for (const child of running) child.kill("SIGKILL");
        process.exit(code);
      }, graceMs).unref();
      if (running.size === 0) process.exit(code);
      for (const child of running) child.once("exit", () => running.size === 0 && process.exit(code));
    });
  }
}
