/** The name of everything that a lesson's outputs depend on beside its text. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { kernelBundle } from "../notebook/kernel/bundle";
import { hashText } from "./baked";

/** Folders whose code draws or shapes what the kernel put out; the packages that they use stand in the lockfile. */
const folders = ["lib/plots", "lib/lessons"];
const lockfile = "package-lock.json";

/** A hash of the kernel's scripts together with the code that draws its figures. */
export async function engineHash(root: string): Promise<string> {
  const { source, plot } = await kernelBundle();
  const parts = [source, plot, await readFile(path.join(root, lockfile), "utf8")];
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    const sources = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).sort();
    for (const name of sources) parts.push(name, await readFile(path.join(root, folder, name), "utf8"));
  }
  return hashText(parts.join("\0"));
}
