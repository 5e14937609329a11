/** Which of the built-in kinds an object is. */
import { bufferBytes, isArray, typedArrayName, unbox, viewBytes } from "./captured";
import { describeArray, describeMap, describePlain, describeSet, describeTypedArray } from "./containers";
import { describeDate, describeError, describeFunction, describeRegExp } from "./leaves";
import { className, inherits } from "./reflect";
import type { Walk } from "./types";

type Describer = (item: object, chain: readonly object[], walk: Walk) => string;

/** By prototype. Each describer throws for an object that only borrows the prototype; that one is then plain. */
const KINDS: readonly { readonly prototype: object; readonly tell: Describer }[] = [
  { prototype: Map.prototype, tell: describeMap },
  { prototype: Set.prototype, tell: describeSet },
  { prototype: Error.prototype, tell: describeError },
  { prototype: Date.prototype, tell: (item, _chain, walk) => describeDate(item, walk) },
  { prototype: RegExp.prototype, tell: (item, _chain, walk) => describeRegExp(item, walk) },
  { prototype: Promise.prototype, tell: (_item, chain, walk) => walk.spend(`[${className(chain)}]`) },
  {
    prototype: ArrayBuffer.prototype,
    tell: (item, chain, walk) => walk.spend(`${className(chain)}(${bufferBytes(item)})`),
  },
  {
    prototype: DataView.prototype,
    tell: (item, chain, walk) => walk.spend(`${className(chain)}(${viewBytes(item)})`),
  },
  { prototype: Number.prototype, tell: describeBox("Number") },
  { prototype: String.prototype, tell: describeBox("String") },
  { prototype: Boolean.prototype, tell: describeBox("Boolean") },
  { prototype: BigInt.prototype, tell: describeBox("BigInt") },
  { prototype: Symbol.prototype, tell: describeBox("Symbol") },
];

/** Describe an object that doesn't print itself. */
export function describeKind(item: object, chain: readonly object[], walk: Walk): string {
  if (typeof item === "function") return describeFunction(item, chain, walk);
  if (isArray(item)) return describeArray(item, chain, walk);
  if (typedArrayName(item) !== undefined) return describeTypedArray(item, chain, walk);
  for (let i = 0; i < KINDS.length; i++) {
    const { prototype, tell } = KINDS[i]!;
    if (!inherits(chain, prototype)) continue;
    try {
      return tell(item, chain, walk);
    } catch {
      // `Object.create(Map.prototype)` is no map.
      break;
    }
  }
  return describePlain(item, chain, walk);
}

function describeBox(kind: keyof typeof unbox): Describer {
  return (item, _chain, walk) => `[${kind}: ${walk.entry("", unbox[kind](item))}]`;
}
