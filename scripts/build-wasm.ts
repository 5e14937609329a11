import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import asc from "assemblyscript/asc";

// `npm run wasm` compiles lib/torch/kernels/assembly into the committed modules of lib/torch/kernels/wasm, one for each set
// of processor features. With --check nothing is written: the exit code is 1 if a fresh build differs from what is committed.
const ENTRY = "lib/torch/kernels/assembly/index.ts";
const FOLDER = "lib/torch/kernels/wasm";
/** 6 MiB, never more: memory that does not grow keeps its views. */
const PAGES = "96";
const BUILDS = [
  { name: "simd", what: "WebAssembly SIMD", features: ["simd"] },
  { name: "relaxed", what: "WebAssembly SIMD and relaxed SIMD", features: ["simd", "relaxed-simd"] },
] as const;

const check = process.argv.includes("--check");
const root = process.cwd();
for (const build of BUILDS) {
  const file = path.join(root, FOLDER, `${build.name}.ts`);
  const text = toModule(build, await compile(build.features));
  if (!check) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`wasm: ${FOLDER}/${build.name}.ts is not what its source gives. Run \`npm run wasm\`.`);
    process.exitCode = 1;
  }
}

async function compile(features: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const flags = ["-O3", "--noAssert", "--runtime", "stub", "--memoryBase", "64", "--initialMemory", PAGES];
  const enabled = features.flatMap((feature) => ["--enable", feature]);
  const { error, stderr } = await asc.main(
    [ENTRY, "--outFile", "kernels.wasm", ...flags, "--maximumMemory", PAGES, ...enabled],
    {
      readFile: (name, base) => readFile(path.join(root, base, name), "utf8").catch(() => null),
      writeFile: (_name, contents) => {
        binary = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error || binary === undefined)
    throw new Error(`wasm: ${ENTRY} does not compile.\n${stderr.toString()}`);
  return binary;
}

function toModule({ name, what }: { name: string; what: string }, binary: Uint8Array): string {
  return `/** The kernels for ${what}, in base64. Written by \`npm run wasm\` from kernels/assembly. */
export const ${name} =
  "${Buffer.from(binary).toString("base64")}";
`;
}
