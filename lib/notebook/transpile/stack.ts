// This file stands alone: a worker imports it by its name, since the folder's door brings both parsers with it.

/** A place in a learner's cell, counted from 1. `fn` is the function's name where the engine tells it. */
export type Frame = { cell: string; line: number; column: number; fn?: string };

export type LocateOptions = {
  /** The error's message: with it, a message that looks like frames is not taken for some. */
  message?: string;
  /** Cells that were loaded from an address of their own: address → cell. */
  scripts?: Readonly<Record<string, string>>;
};

/** What ends a frame in all three engines: `cell:<id>:<line>:<column>`, in V8 perhaps with a parenthesis after it. */
const PLACE = /(^|[\s(@])cell:([A-Za-z0-9_-]+):(\d+):(\d+)\)?$/;

/**
 * The frames of an Error's stack that lie in cells, innermost first. `prefixLengths` gives each cell's `prefixLength`,
 * which its first line's columns are corrected by. Lines are exact; on later lines columns are the emitted code's.
 *
 * V8 writes `    at f (cell:a:1:2)`, SpiderMonkey `f@cell:a:1:2`. JavaScriptCore heeds no sourceURL: code from `eval`
 * has neither address nor line there (`f@`), while a script loaded from a blob has both (`f@blob:…:1:2`; 2 ms a cell
 * by `importScripts`, in WebKitGTK 2.50); `scripts` says which blob is which cell.
 */
export function locate(
  stack: string,
  prefixLengths: Readonly<Record<string, number>> = {},
  { message = "", scripts = {} }: LocateOptions = {},
): Frame[] {
  return linesOfFrames(stack, message).flatMap((line): Frame[] => {
    const text = nameScripts(line, scripts);
    const place = PLACE.exec(text);
    if (!place) return [];
    const [, , cell = "", row = "", column = ""] = place;
    const prefix = row === "1" && Object.hasOwn(prefixLengths, cell) ? (prefixLengths[cell] ?? 0) : 0;
    const fn = functionName(text.slice(0, place.index));
    const frame = { cell, line: Number(row), column: Math.max(1, Number(column) - prefix) };
    return [fn === undefined ? frame : { ...frame, fn }];
  });
}

/** V8 puts the message before the frames, and a message may itself look like frames. */
function linesOfFrames(stack: string, message: string): string[] {
  const start = message === "" ? -1 : stack.indexOf(message);
  const end = start + message.length;
  const isHeader =
    start >= 0 && /^(?:[^\n@]*: )?$/.test(stack.slice(0, start)) && /^(?:\n|$)/.test(stack.slice(end));
  return (isHeader ? stack.slice(end) : stack).split("\n");
}

/** `f@blob:…:3:5` → `f@cell:a:3:5`. */
function nameScripts(line: string, scripts: Readonly<Record<string, string>>): string {
  for (const [address, cell] of Object.entries(scripts))
    if (line.includes(`${address}:`)) return line.replace(`${address}:`, `cell:${cell}:`);
  return line;
}

/** `new A`, `async f`, `Object.f [as g]`, `async*f`, `f/<` → the name to show; undefined for anonymous code. */
function functionName(before: string): string | undefined {
  const name = before
    .trim()
    .replace(/^at(?: |$)/, "")
    .replace(/@.*$/, "")
    .replace(/^async[ *]/, "")
    .replace(/ \[as .*\]$/, "")
    .replace(/[/<]+$/, "");
  if (name === "" || name === "eval" || name === "async" || name.startsWith("__fanin")) return undefined;
  return name;
}
