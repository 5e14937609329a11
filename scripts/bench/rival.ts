import { once } from "node:events";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Served } from "./site";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm", // compiled while it arrives: the quickest way there is
  ".zip": "application/zip",
};

/** Pyodide's files as they are, over loopback: uncompressed, which costs nothing here and spares the browser the work. */
export async function serveRival(root: string): Promise<Served | undefined> {
  const packages = path.join(root, "bench", "node_modules", "pyodide");
  if (!existsSync(packages)) return undefined;
  const server = createServer((request, response) => {
    const name = path.basename((request.url ?? "/").replace(/\?.*$/, "")) || "pyodide.html";
    const file = path.join(name === "pyodide.html" ? path.join(root, "bench") : packages, name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "Content-Type": type, "Content-Length": statSync(file).size });
    createReadStream(file).pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
