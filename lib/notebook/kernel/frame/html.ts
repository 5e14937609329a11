/** The frame's document: one executable script, known by its hash, and the worker's source as data. Build time only. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { kernelBundle } from "../bundle";

export type KernelFrame = { html: string; hash: string; policy: string };

/** The policy of the frame and of the worker that inherits it: no network, no storage; eval is allowed here and nowhere else. */
export function framePolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}' 'unsafe-eval' blob:`,
    "worker-src blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** Builds the frame. The policy stands in the document too, so that it holds where files are served without our headers. */
export async function kernelFrame(): Promise<KernelFrame> {
  const [{ source, plot }, script] = await Promise.all([
    kernelBundle(),
    build({
      entryPoints: [fileURLToPath(new URL("./bootstrap.ts", import.meta.url))],
      bundle: true,
      write: false,
      format: "iife",
      target: ["es2022"],
      minify: true,
      logLevel: "silent",
    }),
  ]);
  const code = (script.outputFiles[0]?.text ?? "").trim();
  const policy = framePolicy(`sha256-${createHash("sha256").update(code).digest("base64")}`);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Kernel</title></head><body>${toData("kernel", source)}<script>${code}</script>${toData("plot", plot)}</body></html>\n`;
  return { html, hash: createHash("sha256").update(html).digest("hex").slice(0, 16), policy };
}

/** A data block ends at the first end tag: none may stand in the source. */
function toData(id: string, source: string): string {
  return `<script type="text/plain" id="${id}">${source.replaceAll(/<(?=\/script|!--)/gi, "\\x3c")}</script>`;
}
