/** Checks at the door of a helper: what was forgotten is said in the words of the call. */

/** Throws unless keywords came as one object; `example` is what to write. */
export function checkOptions(options: unknown, who: string, example: string): void {
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return;
  throw new TypeError(
    `${who}: takes one object of options, got ${kindOf(options)}. Write ${who}(${example}).`,
  );
}

/** The list itself, if it is one and not empty. */
export function checkList<Item>(list: readonly Item[], name: string, who: string): readonly Item[] {
  if (!Array.isArray(list))
    throw new TypeError(`${who}: ${name} is a list, got ${kindOf(list)}. Put it in [ ].`);
  if (list.length === 0) throw new RangeError(`${who}: needs at least one of ${name}, got none.`);
  return list;
}

/** What a value is, in a word or two. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof (value as { toTypedArray?: unknown }).toTypedArray === "function") return "a tensor";
  return typeof value === "string" || typeof value === "number"
    ? JSON.stringify(value)
    : `a value of type ${typeof value}`;
}
