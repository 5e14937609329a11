import { describe, expect, it } from "vitest";
import type { Machine } from "./find";
import type { Need } from "./needs";
import { setUp } from "./set-up";

/** A machine with apt, on which installing a package makes its file appear. */
function play(options: {
  here?: string[];
  isRoot?: boolean;
  strict?: boolean;
  hasApt?: boolean;
  offers?: string[];
}) {
  const {
    here = [],
    isRoot = true,
    strict = false,
    hasApt = true,
    offers = ["chromium", "python3-torch"],
  } = options;
  const files = new Set(here);
  const commands: string[] = [];
  const lines: string[] = [];
  const machine: Machine = {
    env: {},
    home: "/",
    list: () => [],
    isExecutable: (file) => files.has(file),
    succeeds: (command) => command === "apt-get" && hasApt,
  };
  const run = (command: string, args: readonly string[]) => {
    commands.push([command, ...args].join(" "));
    const name = args.at(-1) ?? "";
    if (args[0] === "install" && offers.includes(name)) files.add(name);
    return args[0] === "update" || offers.includes(name);
  };
  const need = (name: string, required: boolean): Need => ({
    name,
    use: "tests",
    packages: [name],
    otherwise: `get ${name}`,
    required,
    find: (there) => (there.isExecutable(name) ? name : undefined),
  });
  const needs = [need("chromium", true), need("python3-torch", false)];
  return {
    code: setUp(needs, { machine, isRoot, strict, run, log: (line) => lines.push(line) }),
    commands,
    lines,
  };
}

describe("setUp", () => {
  it("asks nothing of the network when everything is here", () => {
    const { code, commands, lines } = play({ here: ["chromium", "python3-torch"] });
    expect([code, commands]).toEqual([0, []]);
    expect(lines).toEqual(["chromium: chromium", "python3-torch: python3-torch"]);
  });

  it("installs as root what is missing, and only that", () => {
    const { code, commands } = play({ here: ["chromium"] });
    expect(code).toBe(0);
    expect(commands).toEqual(["apt-get update", "apt-get install -y --no-install-recommends python3-torch"]);
  });

  it("names in one line each what it may not install, and how to get it", () => {
    const { code, commands, lines } = play({ isRoot: false });
    expect([code, commands]).toEqual([1, []]);
    expect(lines).toEqual([
      "chromium: missing (needed for tests). On Debian: sudo apt-get install chromium; elsewhere: get chromium.",
      "python3-torch: missing (optional, for tests). On Debian: sudo apt-get install python3-torch; elsewhere: get python3-torch.",
    ]);
  });

  it("passes without what is optional, but not on CI", () => {
    expect(play({ offers: ["chromium"] }).code).toBe(0);
    expect(play({ offers: ["chromium"], strict: true }).code).toBe(1);
    expect(play({ here: ["chromium"], hasApt: false }).code).toBe(0);
  });

  it("fails without what is required", () => {
    expect(play({ offers: [] }).code).toBe(1);
  });
});
