import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const folders = ["app", "components", "content", "lib", "public", "scripts"];
const files = /^(server\.ts|package(-lock)?\.json|tsconfig\.json|[\w-]+\.config\.\w+)$/;
const notSource =
  /(^|\/)(public\/(?:kernel|types)\/|scripts\/(golden|bench|test)\/|__pycache__\/)|\.generated\.|\.test\.tsx?$|(^|\/)\.[^/]+$/;

/** What else decides what a build says: the address that it will be known by. */
const variables = ["FANIN_BASE_PATH", "FANIN_EXPORT", "SITE_URL"];

/** One hash of everything that a build is made from: sources, content, configuration, lockfile. */
export async function toFingerprint(
  root: string,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  const names = (await readdir(root)).filter((name) => files.test(name));
  for (const folder of folders) names.push(...(await listFiles(root, folder)));
  const hash = createHash("sha256");
  for (const name of names.sort()) {
    hash.update(`${name}\0${await contentHash(path.join(root, name))}\n`);
  }
  for (const name of variables) hash.update(`${name}=${env[name] ?? ""}\n`);
  return hash.digest("hex");
}

/** True for a file that a build is made from; what a build itself writes is none, or it would never be current. */
export function isSource(name: string): boolean {
  return !notSource.test(name);
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter(isSource);
}

async function contentHash(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}
