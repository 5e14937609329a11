import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Where a build's files lie, and under which path the server sends them. */
const SOURCES = [
  { folder: path.join(".next", "static"), under: path.join("_next", "static") },
  { folder: path.join("public", "kernel"), under: "kernel" },
  { folder: path.join("public", "language"), under: "language" },
];
const KINDS = new Set([".js", ".css", ".json"]);

/** Files of a build that never change, compressed once and as well as Brotli can, for the server to send as they are. */
export async function compressAssets(root: string): Promise<void> {
  const target = path.join(root, ".next", "brotli");
  await rm(target, { recursive: true, force: true });
  const found = await Promise.all(SOURCES.map((source) => list(root, source)));
  await Promise.all(
    found.flat().map(async ({ file, name }) => {
      const to = path.join(target, `${name}.br`);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
      await mkdir(path.dirname(to), { recursive: true });
      await writeFile(to, await compress(await readFile(file), { params }));
    }),
  );
}

async function list(root: string, { folder, under }: (typeof SOURCES)[number]) {
  const from = path.join(root, folder);
  const names = await readdir(from, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .filter((name) => KINDS.has(path.extname(name)))
    .map((name) => ({ file: path.join(from, name), name: path.join(under, name) }));
}
