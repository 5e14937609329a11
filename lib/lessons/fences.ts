/** What stands behind ```` ```ts ````: whether a fence is a cell, a twin, a part of an exercise, or plain code. */
import type { Code } from "mdast";
import { RUN_SECONDS_MAX } from "../notebook/limits";
import { lineOf } from "./mdx";

/** A fence's code and where its first line stands. */
export type FenceCode = { source: string; line: number };

export type CellFence = FenceCode & {
  role: "cell";
  id: string;
  error?: string;
  limit?: number;
  slow: boolean;
  was?: string;
};
/**
 * What a twin's digits are owed to. Exact unless told; `digits`: to four significant digits or 1e-4, since a sum was taken in another
 * order; `verdict`: words only, since rounding can move a training run's figures.
 */
export const digitKinds = ["exact", "digits", "verdict"] as const;
export type DigitKind = (typeof digitKinds)[number];
export type TwinFence = FenceCode & { role: "twin"; of: string; owed: DigitKind };
export type PartFence = FenceCode & { role: "probe" | "check"; exercise: string };
export type SolutionFence = FenceCode & { role: "solution"; exercise: string; language: "ts" | "py" };
export type WrongFence = FenceCode & { role: "wrong"; exercise: string; says: string };
export type Fence = CellFence | TwinFence | PartFence | SolutionFence | WrongFence;

type Role = Fence["role"];
type Options = Map<string, string | true>;

const languages: Record<string, "ts" | "py"> = { ts: "ts", typescript: "ts", py: "py", python: "py" };
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
/** The option that gives a fence its role, by language, and the options that may stand beside it. */
const roles: Record<string, { role: Role; beside: readonly string[] }> = {
  "ts id": { role: "cell", beside: ["error", "limit", "slow", "was"] },
  "py twin": { role: "twin", beside: ["owed"] },
  "ts probe": { role: "probe", beside: [] },
  "ts check": { role: "check", beside: [] },
  "ts solution": { role: "solution", beside: [] },
  "py solution": { role: "solution", beside: [] },
  "ts wrong": { role: "wrong", beside: ["says"] },
};
const roleOptions = new Set(Object.keys(roles).map((key) => key.slice(3)));

/** Reads a code node; null is plain code, a string says what is wrong with the fence. */
export function readFence(node: Code): Fence | string | null {
  const options = readOptions(node.meta ?? "");
  const given = [...options.keys()].filter((key) => roleOptions.has(key));
  const [key] = given;
  if (key === undefined) return null;
  if (given.length > 1) return `fence: one of ${given.join(", ")} wanted, got all of them`;
  const language = languages[node.lang ?? ""];
  const known = roles[`${language} ${key}`];
  if (!language || !known)
    return `fence: ${key}= does not go with \`${node.lang}\`; write \`${homeOf(key)}\``;
  const name = options.get(key);
  if (typeof name !== "string" || !idPattern.test(name))
    return `fence: ${key}= takes a name of letters, digits and hyphens, got ${JSON.stringify(name)}`;
  for (const option of options.keys())
    if (option !== key && !known.beside.includes(option))
      return `fence: unknown option "${option}" beside ${key}=${name}; ${toChoice(known.beside)}`;
  const code: FenceCode = { source: node.value, line: lineOf(node) + 1 };
  switch (known.role) {
    case "cell":
      return readCell(code, name, options);
    case "twin":
      return readTwin(code, name, options);
    case "probe":
    case "check":
      return { role: known.role, exercise: name, ...code };
    case "solution":
      return { role: "solution", exercise: name, language, ...code };
    case "wrong": {
      const says = options.get("says");
      if (typeof says !== "string") return `fence: wrong=${name} needs says="part of the verdict"`;
      return { role: "wrong", exercise: name, says, ...code };
    }
    default:
      return known.role satisfies never;
  }
}

function readCell(code: FenceCode, id: string, options: Options): CellFence | string {
  const cell: CellFence = { role: "cell", id, ...code, slow: options.has("slow") };
  const error = options.get("error");
  const limit = options.get("limit");
  const was = options.get("was");
  if (error === true) return `fence: error= takes a part of the message, as error="must be positive"`;
  if (error !== undefined) cell.error = error;
  if (was === true) return "fence: was= takes the cell's earlier name";
  if (was !== undefined) cell.was = was;
  if (limit === undefined) return cell;
  const seconds = Number(limit === true ? Number.NaN : limit);
  if (!(seconds > 0 && seconds <= RUN_SECONDS_MAX))
    return `fence: limit= takes seconds up to ${RUN_SECONDS_MAX}, got ${limit}`;
  return { ...cell, limit: seconds };
}

function readTwin(code: FenceCode, of: string, options: Options): TwinFence | string {
  const given = options.get("owed") ?? "exact";
  const owed = digitKinds.find((kind) => kind === given);
  if (!owed) return `fence: owed= is one of ${digitKinds.join(", ")}, got ${given}`;
  return { role: "twin", of, owed, ...code };
}

/** `key=value`, `key="some words"` and flags. */
function readOptions(meta: string): Options {
  const options: Options = new Map();
  for (const [, key = "", quoted, single, bare] of meta.matchAll(
    /([^\s=]+)(?:=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\S*)))?/g,
  ))
    options.set(key, quoted?.replace(/\\(.)/g, "$1") ?? single?.replace(/\\(.)/g, "$1") ?? bare ?? true);
  return options;
}

function homeOf(key: string): string {
  const home = Object.keys(roles).find((role) => role.endsWith(` ${key}`)) ?? "";
  return `\`\`\`${home}=`;
}

function toChoice(beside: readonly string[]): string {
  return beside.length === 0 ? "none goes with it" : `${beside.join(", ")} go with it`;
}
