/** Builds the kernel's worker: one self-contained script, the same for browsers and for Node. Build time and Node only. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

export type KernelBundle = {
  /** The worker. */
  source: string;
  /** Observable Plot for cells: a script whose value is what `worker/plot.ts` exports. The worker is told it before its first run. */
  plot: string;
};

let built: Promise<KernelBundle> | undefined;

/** What linkedom would bring for things that no cell does, and what is said where one tries. */
const UNUSED: Record<string, string> = {
  // A fifth of the whole script, for `style.sheet`, which nothing reads: Plot only writes the text of its style elements.
  "cssomnom/parse": `export function parse() { throw new Error("sheet: style sheets are not parsed in a cell."); }`,
  // A tenth of it: Plot makes its elements one by one.
  htmlparser2: `export class Parser { constructor() { throw new Error("innerHTML: HTML is not parsed in a cell. Make elements with Plot's marks."); } }`,
};

/**
 * Leaves out what is unused, and linkedom's look for the package "canvas", which ends in an error thrown while the script is being
 * evaluated: V8 then compiles the whole script once more to know the line.
 */
const withoutUnused: Plugin = {
  name: "without-unused",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(cssomnom\/parse|htmlparser2)$/ }, ({ path }) => ({ path, namespace: "unused" }));
    onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({ contents: UNUSED[path] ?? "" }));
    onResolve({ filter: /\/canvas\.cjs$/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, "../../commonjs/canvas-shim.cjs"),
    }));
  },
};

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** One script from a module of the worker side and all that it needs. */
async function script(entry: string, more: BuildOptions = {}): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`./worker/${entry}`, import.meta.url))],
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
    ...more,
  });
  return result.outputFiles?.[0]?.text ?? "";
}

async function bundle(): Promise<KernelBundle> {
  const [source, plot] = await Promise.all([script("entry.ts"), script("plot.ts", { globalName: "plot" })]);
  return { source, plot: `(() => {${plot}return plot})()\n//# sourceURL=plot` };
}

/** The kernel's scripts, built once a process. */
export function kernelBundle(): Promise<KernelBundle> {
  built ??= bundle();
  return built;
}
