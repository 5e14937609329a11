import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureBuilt } from "./ensure";
import type { Step } from "./steps";

let root: string;
let built: string[];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "fan-in-ensure-"));
  mkdirSync(path.join(root, "app"));
  writeFileSync(path.join(root, "app", "page.tsx"), "page");
  built = [];
});
afterEach(() => rmSync(root, { recursive: true }));

const log = () => undefined;
const marker = () => path.join(root, ".next", "fan-in-build.json");

/** A build that writes what a real one leaves. */
function fakeSteps(name: string): Step[] {
  return [
    {
      name,
      run: async () => {
        built.push(name);
        mkdirSync(path.join(root, ".next"), { recursive: true });
        for (const file of ["server.mjs", "BUILD_ID"]) writeFileSync(path.join(root, ".next", file), name);
        writeFileSync(
          path.join(root, ".next", "csp.json"),
          JSON.stringify({ routes: {}, notFound: [], error: [], kernels: {} }),
        );
      },
    },
  ];
}

const broken: Step = { name: "broken", run: () => Promise.reject(new Error("build: a step failed")) };

describe("ensureBuilt", () => {
  it("builds once, then again only when a source has changed, or by force", async () => {
    const steps = fakeSteps("a");
    expect(await ensureBuilt(root, { steps, log })).toBe("built");
    expect(await ensureBuilt(root, { steps, log })).toBe("current");
    writeFileSync(path.join(root, "app", "page.tsx"), "other");
    expect(await ensureBuilt(root, { steps, log })).toBe("built");
    expect(await ensureBuilt(root, { steps, log, force: true })).toBe("built");
  });

  it.each(["server.mjs", "BUILD_ID", "csp.json", "fan-in-build.json"])(
    "builds when .next/%s is missing",
    async (name) => {
      await ensureBuilt(root, { steps: fakeSteps("a"), log });
      rmSync(path.join(root, ".next", name));
      expect(await ensureBuilt(root, { steps: fakeSteps("a"), log })).toBe("built");
    },
  );

  it("leaves no marker behind when a step fails, so that the next start builds again", async () => {
    await ensureBuilt(root, { steps: fakeSteps("a"), log });
    writeFileSync(path.join(root, "app", "page.tsx"), "other");
    await expect(ensureBuilt(root, { steps: [...fakeSteps("b"), broken], log })).rejects.toThrow(
      "build: a step failed",
    );
    expect(existsSync(marker())).toBe(false);
    expect(await ensureBuilt(root, { steps: fakeSteps("c"), log })).toBe("built");
  });

  it("lets one of several at a time build, and the others use its build", async () => {
    const results = await Promise.all(
      ["a", "b", "c"].map((name) => ensureBuilt(root, { steps: fakeSteps(name), log })),
    );
    expect(results.filter((result) => result === "built")).toHaveLength(1);
    expect(built).toHaveLength(1);
  });
});
