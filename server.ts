import { readFile } from "node:fs/promises";
import { Server } from "node:http";
import path from "node:path";
import next from "next";
import { maybeListenProblem, toAddress } from "@/scripts/serve/address";
import { withCompression } from "@/scripts/serve/compress";
import { drainOnSignals } from "@/scripts/serve/drain";
import { createGuardedServer } from "@/scripts/serve/guard";
import { announce, listen } from "@/scripts/serve/listen";
import { type SiteScripts, toHeaderPolicy } from "@/scripts/serve/policy";
import { findPrecompressed, withPrecompressed } from "@/scripts/serve/precompressed";
import { toTrustedHops } from "@/scripts/serve/proxy";

/** Serves the build in `root`; bundled to `.next/server.mjs`, so that no TypeScript loader runs in production. */
export async function startServer(root: string): Promise<void> {
  process.env.NEXT_MANUAL_SIG_HANDLE = "true"; // Next would not end while a stream is open: drain.ts does
  const address = toAddress(process.env);
  const trustedHops = toTrustedHops(process.env);
  const site: SiteScripts = JSON.parse(await readFile(path.join(root, ".next", "csp.json"), "utf8"));
  // Next hangs its own upgrade listener on the server that it is given: this one never listens.
  const app = next({
    dev: false,
    dir: root,
    hostname: address.host,
    port: address.port,
    httpServer: new Server(),
  });
  await app.prepare();
  const precompressed = await findPrecompressed(root, process.env.FANIN_BASE_PATH);
  const pages = withCompression(app.getRequestHandler());
  const server = createGuardedServer(withPrecompressed(pages, precompressed), {
    policy: toHeaderPolicy(site),
    trustedHops,
  });
  drainOnSignals(server);
  try {
    await listen(server, address);
  } catch (error) {
    const problem = maybeListenProblem(error, address);
    if (problem === undefined) throw error;
    console.error(problem);
    process.exit(1);
  }
  await announce(server, address);
}
