import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A comment in our own source that says from where, and under which licence, an algorithm came. */
export interface Ported {
  file: string;
  text: string;
}

/** Finds those comments in `folder`: block comments that name a licence. */
export function findPorted(root: string, folder: string): Ported[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
    .filter((file) => /\.(ts|tsx|py)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort()
    .flatMap((file) =>
      findLicensedComments(readFileSync(path.join(root, file), "utf8")).map((text) => ({ file, text })),
    );
}

/** Block comments of a source text that name a licence, without their stars. */
export function findLicensedComments(source: string): string[] {
  const comments = source.match(/\/\*[\s\S]*?\*\//g) ?? [];
  return comments
    .map((comment) =>
      comment
        .replace(/^\/\*+|\*+\/$/g, "")
        .replace(/^[ \t]*\* ?/gm, "")
        .trim(),
    )
    .filter((text) => /\blicen[cs]ed?\b|\b(Apache-2\.0|BSD-[23]-Clause)\b/i.test(text));
}
