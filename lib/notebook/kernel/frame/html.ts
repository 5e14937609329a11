/** The frame's document: one short script, known by its hash. Build time only. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export type KernelFrame = { html: string; policy: string };

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
  const script = await build({
    entryPoints: [fileURLToPath(new URL("./bootstrap.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: ["es2022"],
    minify: true,
    logLevel: "silent",
  });
  const code = (script.outputFiles[0]?.text ?? "").trim();
  const policy = framePolicy(`sha256-${createHash("sha256").update(code).digest("base64")}`);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Kernel</title></head><body><script>${code}</script></body></html>\n`;
  return { html, policy };
}
