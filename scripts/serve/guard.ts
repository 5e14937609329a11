import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { HeaderPolicy, Headers } from "./policy";

/** What stands behind the guard: Next's handler, or a small fake one in a test. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What the guard needs beside the handler. */
export interface GuardOptions {
  policy: HeaderPolicy;
  /** Hops of proxies in front of us whose `X-Forwarded-Proto` counts. */
  trustedHops?: number;
  /** Development only: Next's overlay posts, and its hot reload upgrades. */
  development?: { upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown };
  /** Called with what a handler threw. */
  onError?: (error: unknown) => void;
}

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  requireHostHeader: false, // refused below, so that this refusal carries the headers too
};

/** An http server whose every answer carries the policy's headers, and that refuses what pages never need. */
export function createGuardedServer(handler: Handler, options: GuardOptions): Server {
  const { policy, trustedHops = 0, development, onError = console.error } = options;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pathname = toPathname(request.url);
    const secure = isSecure(request, trustedHops);
    applyHeaders(response, (status) => policy({ pathname: pathname ?? "", status, secure }));
    const refusal = development === undefined ? maybeRefusal(request, pathname) : undefined;
    if (refusal !== undefined) return refuse(response, refusal);
    try {
      await handler(request, response);
    } catch (error) {
      onError(error);
      if (response.headersSent) response.destroy();
      else
        refuse(response, {
          status: 500,
          reason: "Something went wrong here. Reload the page, or come back later.",
        });
    }
  };
  const server = createServer(limits, answer);
  server.on("checkContinue", answer).on("checkExpectation", answer);
  server.on("upgrade", development?.upgrade ?? ((_request, socket) => socket.destroy()));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    answerBrokenRequest(error, socket, policy({ pathname: "", status: 400, secure: false }));
  });
  return server;
}

interface Refusal {
  status: number;
  reason: string;
  headers?: Record<string, string>;
}

function maybeRefusal(request: IncomingMessage, pathname: string | undefined): Refusal | undefined {
  if (pathname === undefined) return { status: 400, reason: "The address of this request is malformed." };
  if (request.headers.host === undefined) return { status: 400, reason: "A Host header is needed." };
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, reason: "Pages are only read: GET or HEAD.", headers: { Allow: "GET, HEAD" } };
  }
  const { expect, "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (encoding !== undefined || Number(length) !== 0)
    return { status: 413, reason: "Pages take no request body." };
  if (expect !== undefined) return { status: 417, reason: "Pages meet no expectations." };
  return undefined;
}

/** Sockets that we have answered for the last time: what still arrives on them is not worth a word. */
const closing = new WeakSet<Duplex>();

function refuse(response: ServerResponse, { status, reason, headers = {} }: Refusal): void {
  if (response.socket) closing.add(response.socket);
  const body = `${status} ${STATUS_CODES[status]}\n${reason}\n`;
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    Connection: "close", // what is left of a body that we refuse is not worth reading
    ...headers,
  });
  response.end(body);
}

// The status decides which page is sent (the page itself, not found, an error), so the headers are chosen when it is
// known. Every way to answer ends in writeHead; Next's compression wraps it and calls this one.
function applyHeaders(response: ServerResponse, toHeaders: (status: number) => Headers): void {
  const writeHead = response.writeHead;
  response.writeHead = function withPolicy(this: ServerResponse, status: number, ...rest: unknown[]) {
    for (const [name, value] of Object.entries(toHeaders(status))) {
      if (value === undefined) this.removeHeader(name);
      else this.setHeader(name, value);
    }
    return Reflect.apply(writeHead, this, [status, ...rest]);
  } as typeof writeHead;
}

function toPathname(url: string | undefined): string | undefined {
  return url?.startsWith("/") ? url.replace(/[?#].*$/s, "") : undefined;
}

function isSecure(request: IncomingMessage, trustedHops: number): boolean {
  if ("encrypted" in request.socket) return true;
  if (trustedHops === 0) return false;
  const hops = String(request.headers["x-forwarded-proto"] ?? "").split(",");
  return hops.at(-trustedHops)?.trim() === "https";
}

/** Answers a request that could not even be parsed, or that came too slowly: there is no response object then. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket, headers: Headers): void {
  if (!socket.writable || closing.has(socket) || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status =
    error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const lines = Object.entries({ ...headers, "Content-Length": "0", Connection: "close" })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`, () => socket.destroy());
}
