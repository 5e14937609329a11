import { readFile } from "node:fs/promises";
import path from "node:path";

/** Where the kernel's frame lies on the site; its name carries the hash of its content. */
export async function loadKernelAddress(): Promise<string> {
  const manifest = path.join(process.cwd(), "public", "kernel", "manifest.json");
  const { file } = JSON.parse(await readFile(manifest, "utf8")) as { file: string };
  return `${process.env.FANIN_BASE_PATH ?? ""}/kernel/${file}`;
}
