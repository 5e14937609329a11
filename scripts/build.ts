import { ensureBuilt } from "./build/ensure";
import { endChildrenOnSignals } from "./build/run";

// `npm run build`: every step, whether or not anything has changed.
endChildrenOnSignals();
try {
  await ensureBuilt(process.cwd(), { force: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
