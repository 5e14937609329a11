import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isSource, toFingerprint } from "./fingerprint";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "fan-in-fingerprint-"));
  write("app/page.tsx", "page");
  write("content/lessons/04.mdx", "lesson");
  write("package-lock.json", "{}");
  write("next.config.ts", "config");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

describe("toFingerprint", () => {
  it("is the same for the same files", async () => {
    expect(await toFingerprint(root, {})).toBe(await toFingerprint(root, {}));
  });

  it.each([
    ["a source", "app/page.tsx"],
    ["a new file", "lib/new.ts"],
    ["a lesson", "content/lessons/04.mdx"],
    ["the lockfile", "package-lock.json"],
    ["the configuration", "next.config.ts"],
    ["the server", "server.ts"],
    ["a public file", "public/robots.txt"],
    ["a build script", "scripts/csp.ts"],
  ])("changes with %s", async (_what, name) => {
    const before = await toFingerprint(root, {});
    write(name, "changed");
    expect(await toFingerprint(root, {})).not.toBe(before);
  });

  it("changes when a file is renamed or removed, or the site's address changes", async () => {
    const before = await toFingerprint(root, {});
    rmSync(path.join(root, "app/page.tsx"));
    const without = await toFingerprint(root, {});
    write("app/other.tsx", "page");
    expect(
      new Set([
        before,
        without,
        await toFingerprint(root, {}),
        await toFingerprint(root, { SITE_URL: "https://x.test" }),
      ]).size,
    ).toBe(4);
  });

  it.each([
    "public/kernel/kernel.abc.html",
    "lib/notebook/kernel/bundle.generated.ts",
    "lib/torch/print.test.ts",
    "scripts/golden/print.py",
    "scripts/__pycache__/twins.pyc",
    "app/.DS_Store",
    "tests/e2e/run.spec.ts",
    "README.md",
    ".next/BUILD_ID",
  ])("does not change with %s: no page is made from it", async (name) => {
    const before = await toFingerprint(root, {});
    write(name, "changed");
    expect(await toFingerprint(root, {})).toBe(before);
  });
});

describe("isSource", () => {
  it("knows what a build writes from what it reads", () => {
    expect(isSource("public/kernel/manifest.json")).toBe(false);
    expect(isSource("lib/notebook/kernel/protocol.ts")).toBe(true);
  });
});
