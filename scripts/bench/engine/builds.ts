/** The two builds of the kernels, and how a host is made to take one. */
export type BuildName = "relaxed" | "simd";

export const BUILDS: readonly BuildName[] = ["relaxed", "simd"];

/** How the tables name the engine with that build. */
export const OURS: Record<BuildName, string> = { relaxed: "ours, relaxed", simd: "ours, SIMD" };

/**
 * Before the kernel's script: on a host that has relaxed SIMD the engine takes the plain build when it is told that the first module it
 * asks about, its relaxed one, is not valid.
 */
const WITHOUT_RELAXED = `{
  const { validate } = WebAssembly;
  let asked = 0;
  WebAssembly.validate = (bytes) => asked++ > 0 && validate(bytes);
}
`;

/** The kernel's script for one build. */
export function scriptFor(build: BuildName, source: string): string {
  return build === "simd" ? WITHOUT_RELAXED + source : source;
}

/** Node 20 has relaxed SIMD behind a flag; where there is none to set, it has it without. */
export function flagsFor(build: BuildName): string[] {
  const isOld = process.versions.node.startsWith("20.");
  return build === "relaxed" && isOld ? ["--experimental-wasm-relaxed-simd"] : [];
}

/** (module (func (param v128 v128 v128) (result v128) local.get 0 local.get 1 local.get 2 f32x4.relaxed_madd)) */
const RELAXED_MADD = [
  [
    0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x01, 0x60, 0x03, 0x7b, 0x7b, 0x7b, 0x01,
    0x7b,
  ],
  [
    0x03, 0x02, 0x01, 0x00, 0x0a, 0x0d, 0x01, 0x0b, 0x00, 0x20, 0x00, 0x20, 0x01, 0x20, 0x02, 0xfd, 0x85,
    0x02,
  ],
  [0x0b],
].flat();

/** Throws on a host that lacks what the build needs, so that one build's figures never stand for the other's. */
export function checkBuild(build: BuildName): void {
  if (build === "relaxed" && !WebAssembly.validate(Uint8Array.from(RELAXED_MADD)))
    throw new Error("this host has no relaxed SIMD");
}
