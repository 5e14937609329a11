/** A lesson's two notebooks, from its text, its outputs and its twins' outputs. */
import {
  bakeToFile,
  drawStandalone,
  loadText,
  loadTwins,
  readLesson,
  toLessonDocument,
} from "@/lib/lessons/node";
import {
  type NbNotebook,
  toFileText,
  toPythonFileName,
  toPythonNotebook,
  toTypeScriptFileName,
  toTypeScriptNotebook,
} from "@/lib/notebook/ipynb";
import type { Output } from "@/lib/notebook/model";

export type LessonFilesOptions = {
  root: string;
  /** The site's style sheet: figures take their colours from it. */
  css: string;
  /** The text of lab.py. */
  lab: string;
  /** Where the site stands, for links back to it. */
  site?: string | undefined;
};

/** File names and texts. A lesson that has not been baked is run first. */
export async function toLessonFiles(
  slug: string,
  { root, css, lab, site }: LessonFilesOptions,
): Promise<{ name: string; text: string }[]> {
  const { file, text } = await loadText(root, slug);
  const lesson = readLesson(text, file);
  const [{ baked }, twins] = await Promise.all([bakeToFile(root, slug), loadTwins(root, slug)]);
  const given = { text, lesson, baked: baked.cells, twins };
  const toAddress = site === undefined ? {} : { toAddress: (path: string) => site + path };
  const drawSvg = (output: Output) => drawStandalone(output, css);
  const python = toLessonDocument({ ...given, ...toAddress, language: "py" });
  const typescript = toLessonDocument({ ...given, ...toAddress, language: "ts" });
  const toFile = (name: string, notebook: NbNotebook) => ({ name, text: toFileText(notebook) });
  return [
    toFile(toPythonFileName(slug), toPythonNotebook(python, { lab, drawSvg })),
    toFile(toTypeScriptFileName(slug), toTypeScriptNotebook(typescript, { drawSvg })),
  ];
}
