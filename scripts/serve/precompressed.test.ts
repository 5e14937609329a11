import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compressAssets } from "../build/compress-assets";
import { findPrecompressed, withPrecompressed } from "./precompressed";

let root: string;
let server: Server;
const script = "initialise();\n".repeat(200);

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "fan-in-"));
  await mkdir(path.join(root, ".next", "static", "chunks"), { recursive: true });
  await writeFile(path.join(root, ".next", "static", "chunks", "a.js"), script);
  await writeFile(path.join(root, ".next", "static", "chunks", "a.woff2"), "font");
  await compressAssets(root);
  const files = await findPrecompressed(root, "/below");
  const handler = withPrecompressed((_, response) => response.end("by Next"), files);
  server = createServer((incoming, response) => void handler(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.close();
  await rm(root, { recursive: true });
});

function ask(where: string, headers: Record<string, string>, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ port, host: "127.0.0.1", path: where, headers, method }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      resolve({ headers: answer.headers, body: Buffer.concat(parts) });
    })
      .on("error", reject)
      .end();
  });
}

describe("files that a build has compressed", () => {
  it("are sent as they lie, under the site's path prefix, to who takes Brotli", async () => {
    const { headers, body } = await ask("/below/_next/static/chunks/a.js", { "accept-encoding": "gzip, br" });
    expect(headers).toMatchObject({
      "content-encoding": "br",
      "content-type": "application/javascript; charset=UTF-8",
      vary: "Accept-Encoding",
    });
    expect(brotliDecompressSync(body).toString()).toBe(script);
  });

  it.each([
    ["/below/_next/static/chunks/a.js", { "accept-encoding": "gzip" }],
    ["/below/_next/static/chunks/a.js", { "accept-encoding": "br;q=0" }],
    ["/below/_next/static/chunks/a.js", { "accept-encoding": "br", range: "bytes=0-9" }],
    ["/below/_next/static/chunks/a.woff2", { "accept-encoding": "br" }],
    ["/_next/static/chunks/a.js", { "accept-encoding": "br" }],
    ["/below/_next/static/chunks/../../secret", { "accept-encoding": "br" }],
  ])("are left to Next for %s with %j", async (where, headers) => {
    expect((await ask(where, headers)).body.toString()).toBe("by Next");
  });

  it("have a head without a body", async () => {
    const { headers, body } = await ask(
      "/below/_next/static/chunks/a.js",
      { "accept-encoding": "br" },
      "HEAD",
    );
    expect(headers["content-encoding"]).toBe("br");
    expect(body).toHaveLength(0);
  });
});
