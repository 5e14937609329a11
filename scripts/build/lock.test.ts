import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "./lock";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "fan-in-lock-"));
  file = path.join(folder, "build.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

describe("withLock", () => {
  it("holds the lock while the work runs, and leaves nothing behind, though the work throws", async () => {
    await withLock(file, async () => expect(readFileSync(file, "utf8")).toBe(String(process.pid)));
    await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("takes over from an owner that has died, and leaves nothing of it", async () => {
    writeFileSync(file, String(deadPid()));
    expect(await withLock(file, async () => "done")).toBe("done");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("waits for an owner that lives, and says so once", async () => {
    writeFileSync(file, String(process.ppid));
    const waits: number[] = [];
    const onWait = (owner: number) => {
      waits.push(owner);
      rmSync(file);
    };
    await withLock(file, async () => expect(existsSync(file)).toBe(true), { onWait, pollMs: 1 });
    expect(waits).toEqual([process.ppid]);
  });
});
