import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One package of the lockfile. */
export interface Package {
  name: string;
  version: string;
  licence: string;
  /** Only needed to develop, so nothing of it reaches a reader. */
  dev: boolean;
  /** One of several builds for other systems, so it may not be installed here. */
  optional: boolean;
  /** Where it is installed, from the repository's root. */
  folder: string;
}

interface LockEntry {
  name?: string;
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
}

/** Every package that `npm ci` may install, each name and version once, sorted by name. */
export function readPackages(root: string): Package[] {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const found = new Map<string, Package>();
  for (const [folder, entry] of Object.entries(lock.packages as Record<string, LockEntry>)) {
    if (folder === "") continue;
    const name = entry.name ?? folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    const version = entry.version ?? "";
    const dev = entry.dev === true || entry.devOptional === true;
    const earlier = found.get(`${name}@${version}`);
    found.set(`${name}@${version}`, {
      name,
      version,
      folder: earlier?.folder ?? folder,
      licence: entry.license ?? installedLicence(root, folder),
      dev: dev && (earlier?.dev ?? true),
      optional: entry.optional === true && (earlier?.optional ?? true),
    });
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** The texts of the licences that a package ships, by file name. */
export function readLicenceTexts(
  root: string,
  folder: string,
  names = /^(licen[cs]e|copying|notice)/i,
): string[] {
  const at = path.join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => names.test(name))
    .sort(compare)
    .map((name) => readFileSync(path.join(at, name), "utf8").replace(/\r\n?/g, "\n").trim());
}

// Packages from before SPDX name their licence in a list, which the lockfile leaves out.
function installedLicence(root: string, folder: string): string {
  const file = path.join(root, folder, "package.json");
  if (!existsSync(file)) return "unknown";
  const { licenses } = JSON.parse(readFileSync(file, "utf8")) as { licenses?: { type: string }[] };
  return licenses?.map(({ type }) => type).join(" OR ") || "unknown";
}

// By code unit, so that every machine writes the same file.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
