/** What `console.log` prints: strings bare, other values as `inspect` shows them, `%` directives as consoles read them. */
import { stringIndexOf, stringSlice, toFloat, toInteger, toNumber, trunc } from "./captured";
import { bigintText, numberText } from "./primitives";

/** The text of one call. */
export function formatArguments(given: readonly unknown[], inspect: (value: unknown) => string): string {
  if (given.length === 0) return "";
  const first = given[0];
  let text = "";
  let used = 1;
  if (typeof first === "string" && given.length > 1 && stringIndexOf(first, "%") >= 0) {
    let from = 0;
    for (let at = stringIndexOf(first, "%"); at >= 0; at = stringIndexOf(first, "%", at)) {
      const letter = first[at + 1];
      let put: string | undefined;
      if (letter === "%") put = "%";
      else if (isDirective(letter) && used < given.length) put = substitute(letter, given[used++], inspect);
      // What is no directive, or has no argument left, stays as it was written.
      if (put !== undefined) {
        text += stringSlice(first, from, at) + put;
        from = at + 2;
      }
      at += put === undefined ? 1 : 2;
    }
    text += stringSlice(first, from);
  } else text = show(first, inspect);
  for (let i = used; i < given.length; i++) text += ` ${show(given[i], inspect)}`;
  return text;
}

function show(value: unknown, inspect: (value: unknown) => string): string {
  return typeof value === "string" ? value : inspect(value);
}

type Directive = "s" | "d" | "i" | "f" | "o" | "O" | "c";

function substitute(directive: Directive, value: unknown, inspect: (value: unknown) => string): string {
  switch (directive) {
    case "s":
      return show(value, inspect);
    case "d":
      return typeof value === "bigint" ? bigintText(value) : numberText(asNumber(value));
    case "i":
      return typeof value === "bigint" ? bigintText(value) : numberText(asInteger(value));
    case "f":
      return numberText(typeof value === "string" ? toFloat(value) : asNumber(value));
    case "o":
    case "O":
      return inspect(value);
    // Colours are for other consoles.
    case "c":
      return "";
  }
}

function asInteger(value: unknown): number {
  return typeof value === "string" ? toInteger(value, 10) : trunc(asNumber(value));
}

function asNumber(value: unknown): number {
  try {
    return toNumber(value);
  } catch {
    // Symbols, tensors of several values and the like have no number.
    return Number.NaN;
  }
}

function isDirective(letter: string | undefined): letter is Directive {
  return letter !== undefined && letter !== "" && stringIndexOf("sdifoOc", letter) >= 0;
}
