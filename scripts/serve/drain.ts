import type { Server } from "node:http";

/** How the process ends. */
export interface DrainOptions {
  /** What is still being answered gets this long; then its connections are cut. */
  graceMs?: number;
  exit?: (code: number) => void;
}

/** Ends the process on SIGTERM, SIGINT or SIGHUP: no new connections, idle ones closed at once, the others after the grace. */
export function drainOnSignals(server: Server, options: DrainOptions = {}): void {
  const { graceMs = 1_000, exit = process.exit } = options;
  let draining = false;
  const drain = () => {
    if (draining) return; // Ctrl-C under npm arrives twice: from the terminal and from npm
    draining = true;
    server.close(() => exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, drain);
}
