/** The walk through a value: bounded in depth, in entries and in text, and never back into an ancestor. */
import { max, symbolText } from "./captured";
import { ownText } from "./hooks";
import { describeKind } from "./kinds";
import { cut, hang } from "./layout";
import { bigintText, numberText, quote } from "./primitives";
import { prototypeChain } from "./reflect";
import type { Walk } from "./types";

/** Containers inside containers, the outermost not counted. */
const DEEPEST = 4;
/** Characters that a line may have, its indentation counted. */
const LINE = 80;
/** A longer label than this (a map's key may be anything) lets the lines of its value begin further left. */
const LONGEST_LABEL = 40;

/** Where in the text a value stands: inside so many containers, behind a label of so many characters. */
type Place = { readonly depth: number; readonly label: number };

/** Describe a value in about `budget` characters at the most; one that prints itself has `ownBudget`. */
export function walk(value: unknown, { budget, ownBudget }: { budget: number; ownBudget: number }): string {
  const ancestors: object[] = [];
  let left = budget;
  // Margins of inner lines are not counted as they are put, so all is cut once more at the end.
  let longest = 2 * budget;

  function spend(text: string): string {
    left -= text.length;
    return text;
  }

  function describeValue(item: unknown, place: Place): string {
    switch (typeof item) {
      case "string":
        return spend(quote(item, max(left, 0)));
      case "number":
        return spend(numberText(item));
      case "bigint":
        return spend(bigintText(item));
      case "symbol":
        return spend(cut(symbolText(item), left));
      case "boolean":
      case "undefined":
        return spend(`${item}`);
      case "object":
      case "function":
        return item === null ? spend("null") : describeObject(item, place);
    }
  }

  function describeObject(item: object, place: Place): string {
    for (let i = 0; i < ancestors.length; i++) if (ancestors[i] === item) return spend("[Circular]");
    ancestors[ancestors.length] = item;
    try {
      const chain = prototypeChain(item);
      const own = ownText(item, chain);
      if (own !== undefined) {
        if (place.depth === 0) longest = ownBudget;
        return spend(hang(cut(own, place.depth === 0 ? ownBudget : left), place.label));
      }
      return describeKind(item, chain, walkAt(place));
    } catch {
      // A proxy may throw from any look at it, a revoked one always does.
      return spend("[unreadable object]");
    } finally {
      ancestors.length = place.depth;
    }
  }

  function walkAt({ depth, label: before }: Place): Walk {
    return {
      isOpen: () => left > 0,
      spend,
      entry(label, inner) {
        // Each entry brings its separator and its indentation.
        spend(label);
        left -= 2 + 2 * depth;
        const text = describeValue(inner, {
          depth: depth + 1,
          label: label.length > LONGEST_LABEL ? 0 : label.length,
        });
        return label + text;
      },
      canDescend: () => depth <= DEEPEST,
      // Inside another container a comma follows.
      room: () => LINE - 2 * depth - before - (depth > 0 ? 1 : 0),
    };
  }

  const text = describeValue(value, { depth: 0, label: 0 });
  return cut(text, longest);
}
