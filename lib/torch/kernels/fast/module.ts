import { relaxed } from "../wasm/relaxed";
import { simd } from "../wasm/simd";

type Fill32 = (out: number, count: number, position: number, a: number, b: number) => number;
type Pack = (from: number, to: number, lines: number, depth: number, pitch: number, width: number) => void;
type Multiply = (m: number, n: number, depth: number, pitch: number, starts: boolean) => void;

type SumBlocks = (count: number, centre: number) => void;

/** What a build of kernels/assembly exports: addresses in its memory, and functions on what lies there. */
export type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly STATE: WebAssembly.Global<"i32">;
  readonly STAGE: WebAssembly.Global<"i32">;
  readonly STAGE_BYTES: WebAssembly.Global<"i32">;
  readonly SECOND: WebAssembly.Global<"i32">;
  readonly SUMS: WebAssembly.Global<"i32">;
  readonly LEFT: WebAssembly.Global<"i32">;
  readonly LEFT_BYTES: WebAssembly.Global<"i32">;
  readonly RIGHT: WebAssembly.Global<"i32">;
  readonly RIGHT_BYTES: WebAssembly.Global<"i32">;
  readonly RESULT: WebAssembly.Global<"i32">;
  readonly RESULT_BYTES: WebAssembly.Global<"i32">;
  readonly PACKED_LEFT: WebAssembly.Global<"i32">;
  readonly PACKED_RIGHT: WebAssembly.Global<"i32">;
  readonly probeFloat32: (a: number, b: number, c: number) => number;
  readonly probeFloat64: (a: number, b: number, c: number) => number;
  readonly fillUniformFloat32: Fill32;
  readonly fillUniformFloat64: Fill32;
  readonly fillNormalFloat32: Fill32;
  readonly transformUniforms: (at: number, count: number, mean: number, std: number) => void;
  readonly packAcrossFloat32: Pack;
  readonly packAcrossFloat64: Pack;
  readonly packAlongFloat32: Pack;
  readonly packAlongFloat64: Pack;
  readonly multiplyFloat32: Multiply;
  readonly multiplyFloat64: Multiply;
  readonly addScaledFloat32: (count: number, factor: number) => number;
  readonly sumFloat32: SumBlocks;
  readonly sumSquaresFloat32: SumBlocks;
  readonly sumFloat32InFloat64: SumBlocks;
  readonly sumDistancesFloat32: SumBlocks;
  readonly sumFloat64: SumBlocks;
  readonly sumSquaresFloat64: SumBlocks;
  readonly sumDistancesFloat64: SumBlocks;
};

/** A build of the kernels that this host can run. */
export type Build = { readonly name: "relaxed" | "simd"; readonly exports: Exports };

function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  // A plain loop: `Uint8Array.from` takes ten times as long, at every start of a kernel.
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** Compiles at once: the engine is ready as soon as it is imported. Undefined where the host lacks the features. */
function instantiate(base64: string): Exports | undefined {
  const bytes = toBytes(base64);
  if (!WebAssembly.validate(bytes)) return undefined;
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
}

/** Products that two roundings get wrong, upwards, downwards and by cancellation. */
const PROBES32 = [
  [1 + 2 ** -23, 2 ** -24, 1, 1 + 2 ** -23],
  [1 - 2 ** -24, 2 ** -24, 1, 1],
  [1 + 2 ** -12, 1 + 2 ** -12, -(1 + 2 ** -11), 2 ** -24],
] as const;
const PROBES64 = [[1 + 2 ** -30, 1 + 2 ** -30, -(1 + 2 ** -29), 2 ** -60]] as const;

/** Whether the multiply-add of a build rounds once. The standard leaves that to the host, so it is asked. */
export function fuses(exports: Exports): boolean {
  return (
    PROBES32.every(([a, b, c, result]) => exports.probeFloat32(a, b, c) === result) &&
    PROBES64.every(([a, b, c, result]) => exports.probeFloat64(a, b, c) === result)
  );
}

/** The builds that this host can run and whose multiply-add is what it must be, the fastest first; compiled when asked for. */
export function* usableBuilds(): Generator<Build> {
  if (typeof WebAssembly === "undefined") return;
  const fastest = instantiate(relaxed);
  if (fastest !== undefined && fuses(fastest)) yield { name: "relaxed", exports: fastest };
  const plain = instantiate(simd);
  if (plain !== undefined) yield { name: "simd", exports: plain };
}

function chooseBuild(): Build | null {
  try {
    const [first = null] = usableBuilds();
    return first;
  } catch (error) {
    // A page's policy may forbid to compile, and a host may be short of memory: slower, but no less right.
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The build in use; null where there is none, and the reference kernels do the work. */
export const build: Build | null = chooseBuild();
