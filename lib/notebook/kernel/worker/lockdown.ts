/**
 * What a cell finds in its global scope: ECMAScript, timers, text codecs, and nothing that reaches out.
 * An allowlist, so that what a browser (or Node) adds next year is closed until somebody opens it.
 * The frame's policy is the wall; this is the sign on the door, which says the rule in words.
 */

const ECMASCRIPT =
  `globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI
encodeURIComponent escape unescape Object Function Array Number Boolean String Symbol BigInt Math JSON Reflect Proxy Promise Date RegExp
Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError Map Set WeakMap WeakSet WeakRef
ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array Iterator Intl WebAssembly AsyncIterator
DisposableStack AsyncDisposableStack Temporal`.split(/\s+/);

const HOST =
  `self console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance TextEncoder
TextDecoder URL URLSearchParams AbortController AbortSignal DOMException atob btoa`.split(/\s+/);

/** Names that people will try; each says why it is not there. */
const REFUSED: Record<string, string> = {
  fetch: "cells have no network",
  XMLHttpRequest: "cells have no network",
  WebSocket: "cells have no network",
  WebSocketStream: "cells have no network",
  WebTransport: "cells have no network",
  EventSource: "cells have no network",
  RTCPeerConnection: "cells have no network",
  importScripts: 'cells load no code; import "torch", "lab" or "@observablehq/plot"',
  Worker: "a cell is one thread",
  SharedWorker: "a cell is one thread",
  BroadcastChannel: "cells talk to nobody",
  MessageChannel: "cells talk to nobody",
  postMessage: "only print, console.log and display put anything out",
  close: "a cell ends by itself; press Restart for a new kernel",
  indexedDB: "cells have no storage",
  caches: "cells have no storage",
  localStorage: "cells have no storage",
  sessionStorage: "cells have no storage",
  FinalizationRegistry: "nothing of a cell goes on after its run",
  require: 'cells use import: "torch", "lab" or "@observablehq/plot"',
};

/** Timers by another name: they would go on after the run, and no replay could repeat them. */
const LATE = [
  ["Atomics", "waitAsync"],
  ["AbortSignal", "timeout"],
] as const;

function refusal(name: string, why: string): Error {
  const error = new Error(`${name}: not available in a cell, since ${why}.`);
  error.name = "NotAllowedError";
  return error;
}

/** Removes everything that is not on the list from a global object and its prototypes, and names the rule for what people try. */
export function lockDown(scope: object): void {
  const allowed = new Set([...ECMASCRIPT, ...HOST]);
  for (
    let owner: object | null = scope;
    owner && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    for (const key of Reflect.ownKeys(owner)) {
      if (key === "constructor" || key === Symbol.toStringTag) continue;
      const isAllowed = allowed.has(String(key));
      if (isAllowed && owner === scope) continue;
      if (isAllowed) bringDown(scope, key);
      // What cannot be deleted is at least emptied.
      if (!Reflect.deleteProperty(owner, key)) Reflect.set(owner, key, undefined);
    }
  }
  for (const [owner, name] of LATE) {
    const holder = (scope as Record<string, object | undefined>)[owner];
    if (holder) Reflect.deleteProperty(holder, name);
  }
  for (const [name, why] of Object.entries(REFUSED)) {
    const refuse = function refuse(): never {
      throw refusal(name, why);
    };
    // Called, made with `new`, or merely read from (`indexedDB.open`): each says the rule.
    const stub = new Proxy(refuse, {
      get: (target, key) => (typeof key === "symbol" || key in target ? Reflect.get(target, key) : refuse()),
      construct: refuse,
    });
    Object.defineProperty(scope, name, {
      value: stub,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  }
}

/** Makes an inherited name the scope's own. Left above, the real timers and the real clock would stand behind those that replace them. */
function bringDown(scope: object, key: PropertyKey): void {
  if (Object.hasOwn(scope, key)) return;
  const value: unknown = Reflect.get(scope, key);
  Object.defineProperty(scope, key, { value, writable: true, configurable: true });
}

/** The names that a cell cannot declare at its top level, being the language's own. */
export { ECMASCRIPT as languageNames };
