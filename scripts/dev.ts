import next from "next";
import { endChildrenOnSignals, runNode } from "./build/run";
import { maybeListenProblem, toAddress } from "./serve/address";
import { devPolicy } from "./serve/dev-policy";
import { createGuardedServer } from "./serve/guard";
import { announce, listen } from "./serve/listen";

// `npm run dev`: the kernel once, then Next with fast refresh. Lesson outputs are those of the last build.
endChildrenOnSignals();
const root = process.cwd();
process.env.NEXT_TELEMETRY_DISABLED = "1";

const code = await runNode(["--import", "tsx", "scripts/build-kernel.ts"], { cwd: root });
if (code !== 0) process.exit(code);

let address: ReturnType<typeof toAddress> | undefined;
try {
  address = toAddress(process.env);
  const app = next({ dev: true, dir: root, hostname: address.host, port: address.port });
  await app.prepare();
  const server = createGuardedServer(app.getRequestHandler(), {
    policy: devPolicy,
    development: { upgrade: app.getUpgradeHandler() },
  });
  await listen(server, address);
  await announce(server, address);
} catch (error) {
  console.error((address && maybeListenProblem(error, address)) ?? error);
  process.exit(1);
}
