import { createServer } from "node:net";
import { ensureBuilt } from "./build/ensure";
import { endChildrenOnSignals } from "./build/run";
import { type Address, maybeListenProblem, toAddress } from "./serve/address";
import { toTrustedHops } from "./serve/proxy";

// What `npm start` does before it serves: refuse a wrong setting at once, rather than after a minute of building.
endChildrenOnSignals();
process.on("disconnect", () => process.kill(process.pid, "SIGTERM")); // whoever started us has gone
try {
  const address = toAddress(process.env);
  toTrustedHops(process.env);
  await checkFree(address);
  await ensureBuilt(process.cwd());
  process.disconnect?.();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Throws, in one line for a person, when the address cannot be listened on. */
async function checkFree(address: Address): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) =>
      reject(new Error(maybeListenProblem(error, address) ?? error.message, { cause: error })),
    );
    probe.listen(address.port, address.host, () => probe.close(() => resolve()));
  });
}
