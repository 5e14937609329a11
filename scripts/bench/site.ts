import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { findFreePort } from "../serve/free-port";

/** A server that was started here. */
export interface Served {
  address: string;
  close: () => Promise<void>;
}

/** The production server on a free port, as `npm start` starts it: what is out of date is built first. */
export async function serveSite(root: string): Promise<Served> {
  const port = await findFreePort();
  const server = spawn(process.execPath, [path.join(root, "scripts", "start.cjs")], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  for await (const line of createInterface({ input: server.stdout })) {
    if (!line.startsWith("Fan-in is at")) {
      console.log(line);
      continue;
    }
    server.stdout.resume();
    return {
      address: `http://127.0.0.1:${port}`,
      close: async () => {
        server.kill("SIGTERM");
        await ended;
      },
    };
  }
  throw new Error("bench: the site could not be built or started; what it printed above says why.");
}
