import path from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { serverBundle } from "../build/steps";
import { devPolicy } from "./dev-policy";

const root = path.join(import.meta.dirname, "..", "..");

describe("the development policy", () => {
  it("allows what fast refresh needs", () => {
    const { "Content-Security-Policy": csp } = devPolicy({ pathname: "/", status: 200, secure: false });
    expect(csp).toContain("script-src 'self' 'unsafe-inline' 'unsafe-eval'");
  });

  it("is not in the server that ships, nor is any way to allow inline scripts", async () => {
    const { metafile, outputFiles } = await build({ ...serverBundle(root), write: false, metafile: true });
    expect(Object.keys(metafile.inputs)).toContain("scripts/serve/policy.ts");
    expect(Object.keys(metafile.inputs).filter((file) => /dev/.test(file))).toEqual([]);
    const text = outputFiles.map((file) => file.text).join("");
    expect(text).not.toMatch(/script-src[^"`]*'unsafe-inline'/);
    expect(text).not.toContain("development policy");
    expect(text).toMatch(/dev: false/);
  });
});
