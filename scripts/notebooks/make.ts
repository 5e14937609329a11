/** A lesson's two notebooks, from its text, its outputs and its twins' outputs. A lesson that has not been baked is run first. */
import {
  bakeToFile,
  type LessonFile,
  loadText,
  loadTwins,
  readLesson,
  toLessonFiles,
} from "@/lib/lessons/node";

export type LessonFilesOptions = {
  root: string;
  /** Where the site stands, for links back to it. */
  site?: string | undefined;
};

/** The Python form, then the TypeScript form. */
export async function makeNotebooks(slug: string, { root, site }: LessonFilesOptions): Promise<LessonFile[]> {
  const { file, text } = await loadText(root, slug);
  const lesson = readLesson(text, file);
  const [{ baked }, twins] = await Promise.all([bakeToFile(root, slug), loadTwins(root, slug)]);
  const toAddress = site === undefined ? undefined : (path: string) => site + path;
  const files = await toLessonFiles({ text, lesson, baked: baked.cells, twins }, { root, toAddress });
  return files.filter(({ name }) => name.endsWith(".ipynb"));
}
