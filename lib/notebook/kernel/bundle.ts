/** Builds the kernel's worker: one self-contained script, the same for browsers and for Node. Build time and Node only. */
import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

export type KernelBundle = { source: string; hash: string };

let built: Promise<KernelBundle> | undefined;

/**
 * Two things of linkedom that a kernel has no use for. Its parser of style sheets, a fifth of the whole script, serves `style.sheet`, which
 * nothing here reads: Plot only writes the text of its style elements. And its look for the package "canvas" ends in an error thrown while
 * the script is being evaluated, for which V8 compiles the whole script once more to know the line: half of the kernel's start.
 */
const withoutUnused: Plugin = {
  name: "without-unused",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^cssomnom\/parse$/ }, ({ path }) => ({ path, namespace: "unused" }));
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({
      contents: `export function parse() { throw new Error("sheet: style sheets are not parsed in a cell."); }`,
    }));
    onResolve({ filter: /\/canvas\.cjs$/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, "../../commonjs/canvas-shim.cjs"),
    }));
  },
};

async function bundle(): Promise<KernelBundle> {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const result = await build({
    entryPoints: [fileURLToPath(new URL("./worker/entry.ts", import.meta.url))],
    absWorkingDir: root,
    alias: { "@": root.replace(/\/$/, "") },
    bundle: true,
    plugins: [withoutUnused],
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
