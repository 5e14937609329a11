import { readFile } from "node:fs/promises";
import path from "node:path";
import type { KernelAddresses } from "@/lib/notebook/kernel/scripts";

/** Where the kernel's files lie on the site; their names carry the hashes of their contents. */
export async function loadKernelAddresses(): Promise<KernelAddresses> {
  const manifest = path.join(process.cwd(), "public", "kernel", "manifest.json");
  const { frame, kernel, plot } = JSON.parse(await readFile(manifest, "utf8")) as KernelAddresses;
  const folder = `${process.env.FANIN_BASE_PATH ?? ""}/kernel`;
  return { frame: `${folder}/${frame}`, kernel: `${folder}/${kernel}`, plot: `${folder}/${plot}` };
}
