/** Links that open a lesson in Colab, where an operator keeps the exported notebooks in a public repository. */

/** A GitHub repository, and the folder of it that `npm run notebooks` was written to. */
export type Repository = { owner: string; name: string; branch: string; folder: string };

const SETTING = /^([\w.-]+)\/([\w.-]+)(?:@([\w./-]+))?(?::([\w./-]*))?$/;

/** Reads `OWNER/NAME`, `OWNER/NAME@BRANCH` or `OWNER/NAME@BRANCH:FOLDER`; nothing set is no repository, and nonsense throws. */
export function readRepository(setting: string | undefined): Repository | undefined {
  if (!setting) return undefined;
  const [, owner, name, branch = "main", folder = ""] = SETTING.exec(setting) ?? [];
  if (!owner || !name || [owner, name, ...branch.split("/"), ...folder.split("/")].includes(".."))
    throw new Error(
      `FANIN_COLAB: takes OWNER/NAME@BRANCH:FOLDER, got ${JSON.stringify(setting)}. Leave it out for no Colab links.`,
    );
  return { owner, name, branch, folder: folder.replace(/^\/+|\/+$/g, "") };
}

/** Where Colab opens a lesson's Python notebook. */
export function toColabAddress({ owner, name, branch, folder }: Repository, lesson: string): string {
  const path = [owner, name, "blob", branch, ...(folder ? [folder] : []), toPythonFileName(lesson)].join("/");
  return `https://colab.research.google.com/github/${encodeURI(path)}`;
}

/** The name of a lesson's Python notebook, and of its TypeScript one. */
export function toPythonFileName(lesson: string): string {
  return `${lesson}.python.ipynb`;
}

export function toTypeScriptFileName(lesson: string): string {
  return `${lesson}.typescript.ipynb`;
}
