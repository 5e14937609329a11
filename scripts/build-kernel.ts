/** Writes the kernel's frame to public/kernel/ under its content hash, with a manifest that says which it is. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { kernelFrame } from "@/lib/notebook/kernel/frame/html";

const folder = fileURLToPath(new URL("../public/kernel/", import.meta.url));

export async function buildKernel(): Promise<void> {
  const { html, hash, policy } = await kernelFrame();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = `kernel.${hash}.html`;
  await writeFile(`${folder}${file}`, html);
  await writeFile(`${folder}manifest.json`, `${JSON.stringify({ file, policy }, null, 2)}\n`);
  console.log(`kernel: ${file}, ${Math.round(gzipSync(html).length / 1024)} kB compressed`);
}

await buildKernel();
