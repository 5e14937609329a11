import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** The outside world, so that a test can make one up. */
export interface Machine {
  env: Record<string, string | undefined>;
  home: string;
  isExecutable: (file: string) => boolean;
  list: (folder: string) => string[];
  /** True when the command runs and ends with 0. */
  succeeds: (command: string, args: readonly string[]) => boolean;
}

/** The machine that we run on. */
export const thisMachine: Machine = {
  env: process.env,
  home: homedir(),
  isExecutable,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  succeeds: (command, args) => spawnSync(command, args, { stdio: "ignore", timeout: 60_000 }).status === 0,
};

/** The Chromium that tests drive: `CHROME_PATH`, a system one, or Playwright's own download. */
export function findChromium(machine: Machine = thisMachine): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const candidates = [
    machine.env.CHROME_PATH,
    ...onPath(machine, names),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ...playwrightDownloads(machine),
  ];
  return candidates.find((file) => file !== undefined && file !== "" && machine.isExecutable(file));
}

/** A Python that can import PyTorch: `PYTHON`, Debian's, or the first on the path. */
export function findPyTorch(machine: Machine = thisMachine): string | undefined {
  return findPython(machine, ["torch"]);
}

/** A Python with PyTorch in which Jupyter's own tools check and run notebooks. */
export function findJupyter(machine: Machine = thisMachine): string | undefined {
  return findPython(machine, ["torch", "nbformat", "nbconvert", "ipykernel"]);
}

function findPython(machine: Machine, modules: readonly string[]): string | undefined {
  const candidates = [machine.env.PYTHON, "/usr/bin/python3", ...onPath(machine, ["python3", "python"])];
  return candidates.find(
    (python) =>
      python !== undefined &&
      python !== "" &&
      machine.isExecutable(python) &&
      machine.succeeds(python, ["-c", `import ${modules.join(", ")}`]),
  );
}

/** WebKitGTK's WebDriver, for the smoke test in the engine of every browser on an iPad. It wants a display, real or virtual. */
export function findWebKit(machine: Machine = thisMachine): string | undefined {
  const hasDisplay = Boolean(machine.env.DISPLAY) || onPath(machine, ["xvfb-run"]).some(machine.isExecutable);
  if (!hasDisplay) return undefined;
  const candidates = [machine.env.WEBKIT_DRIVER, ...onPath(machine, ["WebKitWebDriver"])];
  return candidates.find((file) => file !== undefined && file !== "" && machine.isExecutable(file));
}

function onPath(machine: Machine, names: readonly string[]): string[] {
  const folders = new Set([...(machine.env.PATH ?? "").split(path.delimiter).filter(Boolean), "/usr/bin"]);
  return names.flatMap((name) => [...folders].map((folder) => path.join(folder, name)));
}

function playwrightDownloads(machine: Machine): string[] {
  const folder = machine.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(machine.home, ".cache", "ms-playwright");
  const downloads = machine.list(folder).filter((name) => name.startsWith("chromium-"));
  return downloads.flatMap((name) =>
    ["chrome-linux/chrome", "chrome-linux64/chrome"].map((file) => path.join(folder, name, file)),
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // absent, or not for us to run: either way it is not the one
  }
}
