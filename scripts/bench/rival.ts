import { existsSync } from "node:fs";
import path from "node:path";
import { serveFiles } from "./serve";
import type { Served } from "./site";

/** Pyodide's files as they are, over loopback: uncompressed, which costs nothing here and spares the browser the work. */
export async function serveRival(root: string): Promise<Served | undefined> {
  const packages = path.join(root, "bench", "node_modules", "pyodide");
  if (!existsSync(packages)) return undefined;
  return serveFiles((address) => {
    const name = path.basename(address) || "pyodide.html";
    return path.join(name === "pyodide.html" ? path.join(root, "bench") : packages, name);
  });
}
