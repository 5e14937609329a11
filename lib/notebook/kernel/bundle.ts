/** Builds the kernel's worker: one self-contained script, the same for browsers and for Node. Build time and Node only. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export type KernelBundle = { source: string; hash: string };

let built: Promise<KernelBundle> | undefined;

async function bundle(): Promise<KernelBundle> {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const result = await build({
    entryPoints: [fileURLToPath(new URL("./worker/entry.ts", import.meta.url))],
    absWorkingDir: root,
    alias: { "@": root.replace(/\/$/, "") },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: ["es2022"],
    minify: true,
    // Learners read class names in errors and in print(model).
    keepNames: true,
    legalComments: "none",
    logLevel: "silent",
  });
  const source = result.outputFiles[0]?.text ?? "";
  return { source, hash: createHash("sha256").update(source).digest("hex").slice(0, 16) };
}

/** The kernel's script and its content hash, built once a process. */
export function kernelBundle(): Promise<KernelBundle> {
  built ??= bundle();
  return built;
}
