/** Checks of a file's values that end in one sentence with the place. */
import type * as z from "zod/mini";

type Path = readonly PropertyKey[];

/** What is wrong with a file, in a sentence that its reader can act on. */
export class NotebookProblem extends Error {}

/** The value, if the schema takes it; its messages say what is wanted at a place. */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown, path: Path): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const inner = issue?.path ?? [];
  const got = inner.reduce((part: unknown, key) => (part as Record<PropertyKey, unknown>)?.[key], value);
  throw new NotebookProblem(
    `This file is no notebook that Jupyter would open: at ${toJsonPath([...path, ...inner])} ${issue?.message ?? "something else"} is wanted, got ${nameOf(got)}.`,
  );
}

/** `$.cells[3].outputs[0].text` */
export function toJsonPath(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    const name = String(key);
    return /^[A-Za-z_]\w*$/.test(name) ? `${text}.${name}` : `${text}[${JSON.stringify(name)}]`;
  }, "$");
}

function nameOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
