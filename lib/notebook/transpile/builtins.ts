/** ECMAScript's own globals: a cell may not declare them, since every cell and the kernel rely on them. */
export const ECMASCRIPT_GLOBALS: ReadonlySet<string> = new Set(
  (
    "globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent " +
    "encodeURI encodeURIComponent escape unescape AggregateError Array ArrayBuffer AsyncDisposableStack Atomics " +
    "BigInt BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error EvalError " +
    "FinalizationRegistry Float16Array Float32Array Float64Array Function Int8Array Int16Array Int32Array " +
    "Intl Iterator JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set " +
    "SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal TypeError Uint8Array " +
    "Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakRef WeakSet WebAssembly"
  ).split(" "),
);

/** Globals of the worker that cells run in, and `print`, `display`: a cell may declare its own, else they are nobody's. */
export const HOST_GLOBALS: ReadonlySet<string> = new Set(
  (
    "arguments console print display self name status length location navigator performance crypto caches indexedDB origin " +
    "setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask " +
    "structuredClone reportError requestAnimationFrame cancelAnimationFrame atob btoa fetch importScripts " +
    "postMessage close onmessage onmessageerror onerror addEventListener removeEventListener dispatchEvent " +
    "scheduler isSecureContext crossOriginIsolated createImageBitmap fonts global process Buffer " +
    "AbortController AbortSignal Blob BroadcastChannel ByteLengthQueuingStrategy CountQueuingStrategy " +
    "CompressionStream DecompressionStream CryptoKey CustomEvent DOMException DOMMatrix DOMPoint DOMRect " +
    "ErrorEvent Event EventSource EventTarget File FileList FileReader FileReaderSync FormData Headers " +
    "ImageBitmap ImageData MessageChannel MessageEvent MessagePort OffscreenCanvas " +
    "OffscreenCanvasRenderingContext2D Path2D Performance PerformanceEntry PerformanceObserver " +
    "PromiseRejectionEvent ReadableStream ReadableStreamDefaultReader Request Response SubtleCrypto " +
    "TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream URL URLSearchParams " +
    "WebSocket Worker WorkerGlobalScope DedicatedWorkerGlobalScope WorkerLocation WorkerNavigator " +
    "WritableStream WritableStreamDefaultWriter XMLHttpRequest"
  ).split(" "),
);
