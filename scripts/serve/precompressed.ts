import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import type { Handler } from "./guard";

const TYPES: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".json": "application/json; charset=UTF-8",
};

/** The path of each file that the build has compressed (`scripts/build/compress-assets.ts`), and where it lies. */
export async function findPrecompressed(root: string, basePath = ""): Promise<Map<string, string>> {
  const folder = path.join(root, ".next", "brotli");
  const found = new Map<string, string>();
  for (const name of await readdir(folder, { recursive: true }))
    if (name.endsWith(".br"))
      found.set(`${basePath}/${name.slice(0, -3).split(path.sep).join("/")}`, path.join(folder, name));
  return found;
}

/**
 * The handler, but for files that lie compressed: those are sent as they are to who takes Brotli. Compressing the kernel anew for each reader
 * would cost as much time as sending it, and more bytes.
 */
export function withPrecompressed(handler: Handler, files: ReadonlyMap<string, string>): Handler {
  const kept = new Map<string, Promise<Buffer>>();
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", "http://here");
    const file = files.get(pathname);
    if (file === undefined || !takesBrotli(request) || request.headers.range !== undefined)
      return handler(request, response);
    const read = kept.get(pathname) ?? readFile(file);
    kept.set(pathname, read);
    read.catch(() => kept.delete(pathname));
    const body = await read;
    response.writeHead(200, {
      "Content-Type": TYPES[path.extname(pathname)] ?? "application/octet-stream",
      "Content-Encoding": "br",
      "Content-Length": body.length,
      Vary: "Accept-Encoding",
      "Cache-Control": "public, max-age=31536000, immutable",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
}

/** Whether `br` is accepted, and not with a weight of nothing. */
function takesBrotli({ headers }: IncomingMessage): boolean {
  const asked = String(headers["accept-encoding"] ?? "");
  return asked.split(",").some((one) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one));
}
