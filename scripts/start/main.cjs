"use strict";
// Builds what is out of date in a child process, then serves in this one: nothing is left to orphan.
const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const root = path.join(__dirname, "..", "..");
const graceMs = 1000;

// Whoever started us may be killed without a chance to pass that on; a server that nobody can reach any more is not left behind.
if (process.env.npm_lifecycle_event === "start" || process.env.FANIN_END_WITH_PARENT === "1") {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 500).unref();
}

if (!existsSync(path.join(root, "node_modules", "tsx"))) {
  console.error("Fan-in: the packages are not installed. Run `npm ci` first, then `npm start` again.");
  process.exit(1);
}

prepare(function serve() {
  process.env.NODE_ENV = "production";
  const server = pathToFileURL(path.join(root, ".next", "server.mjs")).href;
  import(server)
    .then((module) => module.startServer(root))
    .catch((error) => {
      console.error(error);
      process.exit(1);
    });
});

/** Runs scripts/prepare.ts in a process group of its own, so that one signal ends all that it started. */
function prepare(done) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/prepare.ts"], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const stop = (signal) => {
    endGroup(child.pid, "SIGTERM");
    setTimeout(() => endGroup(child.pid, "SIGKILL"), graceMs).unref();
    child.once("exit", () => {
      endGroup(child.pid, "SIGKILL");
      process.exit(signal === "SIGINT" ? 130 : 143);
    });
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
  child.on("exit", (code) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(signal, stop);
    if (code === 0) done();
    else if (process.exitCode === undefined) process.exitCode = code === null ? 1 : code;
  });
}

function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // it has already ended
  }
}
