import { join, sayUndefined, writeIndexed, writeNew, writeOutermost } from "./advise";

/** TypeScript's codes for what habits of Python lead to. */
const OPERATORS = new Set([2362, 2363, 2365, 2367]);
const NO_INDEX = 7053;
const WITHOUT_NEW = 2348;
const NO_SUCH_NAME = 2304;
const NO_OVERLOAD = 2769;

const TENSORS = /'(?:Tensor|Parameter)'/;
const SHAPES = /'(?:ShapeArguments|ShapeAndOptions<\w+>)'/;

type About = { code: number; source: string; line: number };

/**
 * A type error in one sentence: the last of a chain, which names what does not fit, and the line to write where it is a
 * habit of Python that leads to it. `message` has its chain on lines of their own.
 */
export function adviseType(message: string, about: About): string {
  const plain = simplify(message, about.code);
  try {
    const advice = findAdvice(message, about);
    return advice ? `${plain.replace(/\.$/, "")}; ${advice}.` : plain;
  } catch {
    // Advice is an extra: a text that cannot be read again has none.
    return plain;
  }
}

function simplify(message: string, code: number): string {
  const lines = message.split("\n").map((line) => line.trim());
  const [first = ""] = lines;
  const told = code === NO_OVERLOAD || lines.length > 2 ? (lines.at(-1) ?? first) : lines.join(" ");
  return (
    told
      // A namespace's type is the list of all that it has.
      .replace(/does not exist on type '\{ .*$/, "does not exist here.")
      .replace(
        /^Object literal may only specify known properties, (?:and|but) '(\w+)' does not exist in type '(?:Partial<)?(\w+)>?'/,
        "There is no keyword '$1' ($2)",
      )
  );
}

function findAdvice(message: string, { code, source, line }: About): string | undefined {
  if (OPERATORS.has(code)) {
    // The first two name no type: a tensor is likelier there than anything else.
    if (code !== 2362 && code !== 2363 && !TENSORS.test(message)) return undefined;
    return toWrite(writeOutermost(source, line));
  }
  if (code === NO_INDEX && TENSORS.test(message)) {
    const [, index = "0"] = /Property '(-?\d+)'/.exec(message) ?? [];
    return toWrite(writeIndexed(source, line, { verb: "at", index }));
  }
  if (code === WITHOUT_NEW) return toWrite(writeNew(source, line));
  if (code === NO_SUCH_NAME) {
    const [, name = ""] = /'([^']+)'/.exec(message) ?? [];
    return sayUndefined({ source, line, message: "" }, name)?.replace(/^[;:] /, "");
  }
  if (SHAPES.test(message))
    return "a shape is given as numbers, (3, 5), or as one array of them, ([3, 5]), and keywords after it in one object, { dtype: torch.float64 }";
  return undefined;
}

function toWrite(lines: readonly string[]): string | undefined {
  return lines.length > 0 ? `write ${join(lines)}` : undefined;
}
