import { spawnSync } from "node:child_process";
import { thisMachine } from "./setup/find";
import { needs } from "./setup/needs";
import { setUp } from "./setup/set-up";

// `npm run setup`: finds what tests need beside npm's packages, or installs it from Debian's, or names it in one line each.
process.exitCode = setUp(needs, {
  machine: thisMachine,
  isRoot: process.getuid?.() === 0,
  strict: process.env.CI === "true",
  log: console.log,
  run: (command, args) =>
    spawnSync(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0,
});
