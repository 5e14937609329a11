/** The `console`, `print` and `display` that a cell sees: everything ends in the run's writer. */
import { formatLog, formatTable, inspect } from "../../outputs/inspect";
import { toBundle } from "./bundle";
import type { CellGlobals } from "./globals";
import type { Writer } from "./writer";

const LEVELS = { log: "stdout", info: "stdout", debug: "stdout", warn: "stderr", error: "stderr" } as const;

/** What is reset when a run begins: a group that a cell left open is not the next one's. */
export type CellConsole = { begin(): void };

/** Installs the console and the two verbs of a notebook: `print(…)` as Python's, `display(x)` as Jupyter's. */
export function installConsole(scope: typeof globalThis, writer: Writer): CellConsole {
  const counts = new Map<string, number>();
  let indent = "";
  const write = (name: "stdout" | "stderr", text: string) =>
    writer.stream(name, `${indent}${indent ? text.replaceAll("\n", `\n${indent}`) : text}\n`);

  const methods: Record<string, (...given: unknown[]) => void> = {};
  for (const [level, name] of Object.entries(LEVELS))
    methods[level] = (...given) => write(name, formatLog(given));
  methods.table = (data, columns) => write("stdout", formatTable(data, columns as string[] | undefined));
  methods.dir = (value) => write("stdout", inspect(value));
  methods.assert = (holds, ...given) => {
    if (!holds) write("stderr", `Assertion failed${given.length ? `: ${formatLog(given)}` : ""}`);
  };
  methods.count = (label = "default") => {
    const count = (counts.get(String(label)) ?? 0) + 1;
    counts.set(String(label), count);
    write("stdout", `${label}: ${count}`);
  };
  methods.group = (...given) => {
    if (given.length) write("stdout", formatLog(given));
    indent += "  ";
  };
  methods.groupEnd = () => {
    indent = indent.slice(2);
  };
  methods.trace = methods.debug as (...given: unknown[]) => void;
  methods.time = methods.timeEnd = methods.timeLog = methods.clear = () => {};

  const define = (name: string, value: unknown) =>
    Object.defineProperty(scope, name, { value, writable: true, configurable: true });
  define("console", methods);
  const verbs: CellGlobals = {
    print: (...values) => write("stdout", formatLog(values)),
    display: (value) => writer.rich(toBundle(value)),
  };
  define("print", verbs.print);
  define("display", verbs.display);
  return {
    begin() {
      indent = "";
    },
  };
}
