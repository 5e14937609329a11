import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { parse } from "acorn";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");

async function start(env: Record<string, string>): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, ["scripts/start.cjs"], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, "close");
  return { code, text };
}

describe("npm start", () => {
  it("says in one line that the port is taken, and what to do, before it builds anything", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, text } = await start({ PORT: String(port), HOST: "127.0.0.1" });
    other.close();
    expect(code).toBe(1);
    expect(text).toBe(`Fan-in: port ${port} is taken on 127.0.0.1. Use another one: PORT=3001 npm start\n`);
  });

  it("says in one line that PORT is no port", async () => {
    const { code, text } = await start({ PORT: "eighty" });
    expect(code).toBe(1);
    expect(text).toBe(
      'PORT: a whole number from 0 to 65535 is needed, got "eighty". For example: PORT=3001 npm start\n',
    );
  });

  it.each(["scripts/start.cjs", "scripts/check-node.cjs"])(
    "can be parsed by any Node: %s is ECMAScript 5",
    (file) => {
      expect(() => parse(readFileSync(path.join(root, file), "utf8"), { ecmaVersion: 5 })).not.toThrow();
    },
  );

  it.each([
    ["8.17.0", 1],
    ["18.20.8", 1],
    ["20.18.3", 1],
    ["20.19.0", 0],
    ["22.0.0", 0],
  ])("on Node %s the check ends with %i", (version, status) => {
    const code = `Object.defineProperty(process.versions, "node", { value: "${version}" }); require("./scripts/check-node.cjs");`;
    const checked = spawnSync(process.execPath, ["-e", code], { cwd: root, encoding: "utf8" });
    expect(checked.status).toBe(status);
    if (status === 1) expect(checked.stderr).toMatch(`Node 20.19 or later is needed, got ${version}.`);
  });
});
