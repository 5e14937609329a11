import { existsSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";

/** What bench/rivals holds, and how the tables name them. */
export const RIVALS = [
  { file: "plain", name: "Math.random", packageName: undefined },
  { file: "tfjs", name: "tfjs-wasm", packageName: "@tensorflow/tfjs-backend-wasm" },
  { file: "jax", name: "jax-js", packageName: "@jax-js/jax" },
  { file: "onnx", name: "onnxruntime", packageName: "onnxruntime-web" },
] as const;

export type Rival = (typeof RIVALS)[number];

/** Where the rivals' packages are, with the slash that makes it a folder's address too. */
export function packagesOf(root: string): string {
  return path.join(root, "bench", "node_modules") + path.sep;
}

/** Bundles a rival for a host: one file, so that Node and a page run the same modules of a package. */
export async function bundleRival(
  root: string,
  { file, packageName }: Rival,
  host: "node" | "page",
): Promise<string> {
  const packages = packagesOf(root);
  if (packageName !== undefined && !existsSync(path.join(packages, packageName)))
    throw new Error("not installed: npm ci --prefix bench");
  // Among the packages: what stays outside the bundle is found from there.
  const outfile = path.join(packages, ".cache", "fan-in", `${file}-${host}.mjs`);
  await build({
    stdin: {
      contents: `import { start } from "./${file}.js"; import { answer } from "./${host}.js"; await answer(start);`,
      resolveDir: path.join(root, "bench", "rivals"),
    },
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    ...(host === "node" ? NODE : { platform: "browser" }),
  });
  return outfile;
}

const NODE: BuildOptions = {
  platform: "node",
  mainFields: ["module", "main"],
  external: ["onnxruntime-web"], // it finds its WebAssembly beside itself
  banner: {
    js: `import { createRequire } from "node:module"; import { dirname } from "node:path"; import { fileURLToPath } from "node:url";
const require = createRequire(import.meta.url), __filename = fileURLToPath(import.meta.url), __dirname = dirname(__filename);`,
  },
};
