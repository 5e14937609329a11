import type { Machine } from "./find";
import type { Need } from "./needs";

/** What `setUp` may do and how it speaks. */
export interface SetUpOptions {
  machine: Machine;
  isRoot: boolean;
  /** On CI whatever is missing is an error. */
  strict: boolean;
  /** Runs a command with its output shown; true when it ended with 0. */
  run: (command: string, args: readonly string[]) => boolean;
  log: (line: string) => void;
}

/** Finds or installs every need, says so in one line each, and returns the exit code: 0 when the tests can run. */
export function setUp(needs: readonly Need[], options: SetUpOptions): 0 | 1 {
  const { machine, log, strict } = options;
  const missing = needs.filter((need) => {
    const found = need.find(machine);
    if (found !== undefined) log(`${need.name}: ${found}`);
    return found === undefined;
  });
  // Everything is here already: nothing is asked of the network.
  if (missing.length === 0) return 0;
  install(missing, options);
  const left = missing.filter((need) => {
    const found = need.find(machine);
    log(found === undefined ? toAdvice(need) : `${need.name}: ${found}`);
    return found === undefined;
  });
  return left.some((need) => need.required || strict) ? 1 : 0;
}

function install(missing: readonly Need[], { machine, isRoot, run, log }: SetUpOptions): void {
  const hasApt = machine.succeeds("apt-get", ["--version"]);
  if (!hasApt || !isRoot) return;
  const packages = missing.flatMap((need) => need.packages);
  log(`Installing from Debian's packages: ${packages.join(" ")}`);
  if (!run("apt-get", ["update"])) log("apt-get update failed: trying with the lists that are here.");
  // One by one, so that a package that this release lacks takes nothing else with it.
  for (const name of packages) run("apt-get", ["install", "-y", "--no-install-recommends", name]);
}

function toAdvice({ name, use, packages, otherwise, required }: Need): string {
  const weight = required ? "needed for" : "optional, for";
  return `${name}: missing (${weight} ${use}). On Debian: sudo apt-get install ${packages.join(" ")}; elsewhere: ${otherwise}.`;
}
