import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

async function startServer(): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve/fixtures/open-stream.ts"], {
    cwd: root,
  });
  children.push(child);
  const [line] = await once(child.stdout as NodeJS.ReadableStream, "data");
  return { child, port: Number(String(line)) };
}

/** Signals, and resolves to the exit code and how long the end took. */
async function end(
  child: ChildProcess,
  signals: NodeJS.Signals[],
): Promise<{ code: number | null; ms: number }> {
  const start = performance.now();
  const ended = once(child, "exit");
  for (const signal of signals) child.kill(signal);
  const [code] = await ended;
  return { code, ms: performance.now() - start };
}

describe("drainOnSignals", () => {
  it.each<{ signals: NodeJS.Signals[] }>([
    { signals: ["SIGTERM"] },
    { signals: ["SIGINT"] },
    { signals: ["SIGINT", "SIGINT"] },
  ])(
    "ends within 2 s with code 0 on $signals, though a stream is open and a connection idle",
    async ({ signals }) => {
      const { child, port } = await startServer();
      const [response] = (await once(get({ host: "127.0.0.1", port }), "response")) as [IncomingMessage];
      response.on("error", () => undefined); // it is cut: that is the point
      await once(response, "data");
      const idle = connect(port, "127.0.0.1");
      idle.on("error", () => undefined);
      await once(idle, "connect");
      const { code, ms } = await end(child, signals);
      expect(code).toBe(0);
      expect(ms).toBeLessThan(2_000);
    },
  );

  it("ends at once when nothing is open", async () => {
    const { child } = await startServer();
    const { code, ms } = await end(child, ["SIGTERM"]);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(1_000);
  });
});
