import { get, type Server } from "node:http";
import { type Address, toUrl } from "./address";

/** Listens, and resolves when the port is ours. */
export function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Prints the address once the home page really answers; a server that cannot answer says so and ends. */
export async function announce(server: Server, address: Address, log = console.log): Promise<void> {
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : address.port;
  const url = toUrl({ host: address.host, port });
  const status = await statusOf(`${url}/`);
  if (status >= 500)
    throw new Error(`Fan-in: the home page answers with ${status}. Run \`npm run build\` and start again.`);
  log(`Fan-in is at ${url}`);
}

function statusOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 500));
    }).on("error", reject);
  });
}
