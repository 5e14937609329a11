import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** How to wait for the other process. */
export interface LockOptions {
  onWait?: (owner: number) => void;
  pollMs?: number;
}

/** Runs `work` while no other process holds `file`; a lock whose owner has died is taken over. */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const { onWait, pollMs = 200 } = options;
  let told = false;
  for (let owner = maybeAcquire(file); owner !== undefined; owner = maybeAcquire(file)) {
    if (isAlive(owner)) {
      if (!told) onWait?.(owner);
      told = true;
      await delay(pollMs);
    } else {
      takeAway(file, owner);
    }
  }
  const release = () => unlinkSync(file);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** Undefined when the lock is now ours, otherwise its owner's process id. */
function maybeAcquire(file: string): number | undefined {
  mkdirSync(path.dirname(file), { recursive: true });
  // The id is written before the lock appears (link is atomic), so that nobody ever reads an empty lock.
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return undefined;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return maybeOwner(file) ?? maybeAcquire(file);
  } finally {
    unlinkSync(mine);
  }
}

function maybeOwner(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined; // released in this moment
    throw error;
  }
}

// Two processes may find the same dead owner: renaming lets one win, and what was taken by mistake is put back.
function takeAway(file: string, owner: number): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (Number(readFileSync(aside, "utf8")) !== owner) linkSync(aside, file);
    unlinkSync(aside);
  } catch (error) {
    if (!hasCode(error, "ENOENT") && !hasCode(error, "EEXIST")) throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM"); // alive, but another user's
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
