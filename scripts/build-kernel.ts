/** Writes the kernel's frame and its scripts to public/kernel/ under their content hashes, with a manifest that says which they are. */
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { kernelBundle } from "@/lib/notebook/kernel/bundle";
import { kernelFrame } from "@/lib/notebook/kernel/frame/html";

const folder = fileURLToPath(new URL("../public/kernel/", import.meta.url));

async function writeHashed(name: string, extension: string, content: string): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const file = `${name}.${hash}.${extension}`;
  await writeFile(`${folder}${file}`, content);
  console.log(`kernel: ${file}, ${Math.ceil(gzipSync(content).length / 1024)} kB compressed`);
  return file;
}

export async function buildKernel(): Promise<void> {
  const [{ html, policy }, { source, plot }] = await Promise.all([kernelFrame(), kernelBundle()]);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = {
    frame: await writeHashed("frame", "html", html),
    kernel: await writeHashed("kernel", "js", source),
    plot: await writeHashed("plot", "js", plot),
  };
  await writeFile(`${folder}manifest.json`, `${JSON.stringify({ ...files, policy }, null, 2)}\n`);
}

await buildKernel();
