/**
 * The language's own functions as they were when this file loaded: cells share the realm, and may have broken any of
 * them by the time that a value is shown. For the same reason these files loop by index and append by `list[list.length]`.
 */

export const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
export const { isArray } = Array;
export const { parseFloat: toFloat, parseInt: toInteger } = Number;
export const { max, min, trunc } = Math;
export const toNumber = Number;

type Method<This, Given extends unknown[], Result> = (this: This, ...given: Given) => Result;

/** A method as a function of its receiver. */
function uncurry<This, Given extends unknown[], Result>(method: Method<This, Given, Result>) {
  return (self: This, ...given: Given): Result => apply(method, self, given);
}

/** The getter of a built-in accessor, as a function of its receiver; it throws for a receiver of another kind. */
function uncurryGetter<Result>(prototype: object, key: PropertyKey) {
  const getter = getOwnPropertyDescriptor(prototype, key)?.get as () => Result;
  return (self: unknown): Result => apply(getter, self, []);
}

export const stringSlice = uncurry(String.prototype.slice);
export const stringIndexOf = uncurry(String.prototype.indexOf as Method<string, [string, number?], number>);
export const charCodeAt = uncurry(String.prototype.charCodeAt);
export const toRadix = uncurry(BigInt.prototype.toString as Method<bigint, [number?], string>);
export const numberToRadix = uncurry(Number.prototype.toString as Method<number, [number?], string>);

export const functionSource = uncurry(Function.prototype.toString as Method<unknown, [], string>);
export const symbolText = uncurry(Symbol.prototype.toString as Method<symbol, [], string>);
export const regExpText = uncurry(RegExp.prototype.toString as Method<RegExp, [], string>);
export const dateTime = uncurry(Date.prototype.getTime as Method<unknown, [], number>);
export const dateText = uncurry(Date.prototype.toISOString as Method<unknown, [], string>);

export const mapSize = uncurryGetter<number>(Map.prototype, "size");
export const mapEntries = uncurry(Map.prototype.entries as Method<unknown, [], object>);
export const mapNext = uncurry(
  new Map().entries().next as Method<object, [], IteratorResult<[unknown, unknown], undefined>>,
);
export const setSize = uncurryGetter<number>(Set.prototype, "size");
export const setValues = uncurry(Set.prototype.values as Method<unknown, [], object>);
export const setNext = uncurry(
  new Set().values().next as Method<object, [], IteratorResult<unknown, undefined>>,
);

const typedArrayPrototype = getPrototypeOf(Int8Array.prototype)!;
export const typedArrayLength = uncurryGetter<number>(typedArrayPrototype, "length");
/** `Float32Array` and so on, or undefined for all that is no typed array. */
export const typedArrayName = uncurryGetter<string | undefined>(typedArrayPrototype, Symbol.toStringTag);
export const bufferBytes = uncurryGetter<number>(ArrayBuffer.prototype, "byteLength");
export const viewBytes = uncurryGetter<number>(DataView.prototype, "byteLength");

export const unbox = {
  Number: uncurry(Number.prototype.valueOf as Method<unknown, [], number>),
  String: uncurry(String.prototype.valueOf as Method<unknown, [], string>),
  Boolean: uncurry(Boolean.prototype.valueOf as Method<unknown, [], boolean>),
  BigInt: uncurry(BigInt.prototype.valueOf as Method<unknown, [], bigint>),
  Symbol: uncurry(Symbol.prototype.valueOf as Method<unknown, [], symbol>),
};
