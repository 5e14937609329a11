/** Where the site listens. */
export interface Address {
  host: string;
  port: number;
}

/** Reads `HOST` and `PORT`; a wrong value throws with its name, the rule and the value. */
export function toAddress(env: Record<string, string | undefined>): Address {
  return { host: toHost(env.HOST), port: toPort(env.PORT) };
}

function toPort(value: string | undefined): number {
  if (value === undefined || value === "") return 3000;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65535) return port;
  throw new RangeError(
    `PORT: a whole number from 0 to 65535 is needed, got ${JSON.stringify(value)}. For example: PORT=3001 npm start`,
  );
}

function toHost(value: string | undefined): string {
  if (value === undefined || value === "") return "127.0.0.1";
  if (/^[\w.:%-]+$/.test(value)) return value;
  throw new RangeError(
    `HOST: a host name or an address is needed, got ${JSON.stringify(value)}. For example: HOST=127.0.0.1 npm start`,
  );
}

/** The address to type into a browser on this machine: a server that listens everywhere answers on loopback too. */
export function toUrl({ host, port }: Address): string {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** One line for a person about why listening failed, or undefined for an error that is not about the address. */
export function maybeListenProblem(error: unknown, { host, port }: Address): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const other = port === 3001 ? 3002 : 3001;
  switch (code) {
    case "EADDRINUSE":
      return `Fan-in: port ${port} is taken on ${host}. Use another one: PORT=${other} npm start`;
    case "EACCES":
      return `Fan-in: this user may not listen on port ${port}. Use one above 1023: PORT=${other} npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `Fan-in: HOST: ${host} is not an address of this machine. Use one that is: HOST=127.0.0.1 npm start`;
    default:
      return undefined;
  }
}
