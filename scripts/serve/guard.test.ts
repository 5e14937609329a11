import { once } from "node:events";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createGuardedServer, type GuardOptions, type Handler } from "./guard";
import { toHeaderPolicy } from "./policy";

const policy = toHeaderPolicy({
  routes: { "/": ["'sha256-home'"] },
  notFound: ["'sha256-lost'"],
  error: ["'sha256-broken'"],
  kernels: {},
});
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(handler: Handler, options: Partial<GuardOptions> = {}): Promise<number> {
  const server = createGuardedServer(handler, { policy, onError: () => undefined, ...options });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

async function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  const outgoing = request({ host: "127.0.0.1", port, method, path, headers, agent: false });
  outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

/** Sends bytes as they are and returns what comes back until the server closes. */
async function sayRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(text);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => undefined); // a reset is one way to refuse
  await once(socket, "close");
  return answer;
}

const hello: Handler = (_request, response) => response.end("hello");

function expectSafe(headers: IncomingMessage["headers"]): void {
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["permissions-policy"]).toContain("geolocation=()");
}

describe("a guarded server", () => {
  it("adds the page's policy to what the handler answers", async () => {
    const port = await serve(hello);
    const { status, headers, body } = await ask(port, "GET", "/?safe=1");
    expect([status, body]).toEqual([200, "hello"]);
    expectSafe(headers);
    expect(headers["content-security-policy"]).toContain("'sha256-home'");
  });

  it("wins over headers that the handler sets, and takes away the framework's name", async () => {
    const port = await serve((_request, response) => {
      response.setHeader("X-Powered-By", "Framework");
      response.setHeader("Content-Security-Policy", "script-src *");
      response.end();
    });
    const { headers } = await ask(port, "GET", "/");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["content-security-policy"]).not.toContain("*");
  });

  it("chooses the policy by the status that is sent", async () => {
    const port = await serve((_request, response) => {
      response.statusCode = 404;
      response.end("lost");
    });
    expect((await ask(port, "GET", "/nowhere")).headers["content-security-policy"]).toContain(
      "'sha256-lost'",
    );
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])(
    "refuses %s with 405 and says what is allowed",
    async (method) => {
      let reached = false;
      const port = await serve((_request, response) => {
        reached = true;
        response.end();
      });
      const { status, headers } = await ask(
        port,
        method,
        "/",
        {},
        method === "OPTIONS" || method === "DELETE" ? undefined : "body",
      );
      expect(status).toBe(405);
      expect(headers.allow).toBe("GET, HEAD");
      expectSafe(headers);
      expect(reached).toBe(false);
    },
  );

  it("answers once, though bytes of no stated length follow a refused request", async () => {
    const port = await serve(hello);
    const answer = await sayRaw(port, "DELETE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\nsmuggled");
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 405"]);
  });

  it("answers HEAD", async () => {
    const port = await serve(hello);
    const { status, body } = await ask(port, "HEAD", "/");
    expect([status, body]).toEqual([200, ""]);
  });

  it("takes no body with a GET, of stated length or chunked, nor an expectation", async () => {
    const port = await serve(hello);
    const stated = await ask(port, "GET", "/", { "Content-Length": "4" }, "body");
    const chunked = await ask(port, "GET", "/", { "Transfer-Encoding": "chunked" }, "body");
    expect([stated.status, chunked.status]).toEqual([413, 413]);
    expectSafe(chunked.headers);
    expect((await ask(port, "GET", "/", { Expect: "a miracle" })).status).toBe(417);
    expect(
      await sayRaw(port, "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"),
    ).toMatch(/^HTTP\/1.1 413 /);
  });

  it("answers 500 with every header when a handler throws, and tells no more than that", async () => {
    const seen: unknown[] = [];
    const failure = new Error("secret detail");
    const port = await serve(() => Promise.reject(failure), { onError: (error) => seen.push(error) });
    const { status, headers, body } = await ask(port, "GET", "/");
    expect(status).toBe(500);
    expectSafe(headers);
    expect(headers["content-security-policy"]).toContain("'sha256-broken'");
    expect(body).not.toContain("secret");
    expect(seen).toEqual([failure]);
  });

  it("cuts an answer whose handler throws after it began, and goes on serving", async () => {
    const port = await serve((incoming, response) => {
      if (incoming.url !== "/half") return response.end("whole");
      response.write("half");
      throw new Error("later");
    });
    await expect(ask(port, "GET", "/half")).rejects.toThrow();
    expect((await ask(port, "GET", "/")).body).toBe("whole");
  });

  it("destroys an upgrade without an answer", async () => {
    const port = await serve(hello);
    const answer = await sayRaw(
      port,
      "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n",
    );
    expect(answer).toBe("");
    expect((await ask(port, "GET", "/")).status).toBe(200);
  });

  it.each([
    ["a request that is no HTTP", "nonsense\r\n\r\n", 400],
    ["two lengths", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400],
    ["headers over 16 KB", `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(17_000)}\r\n\r\n`, 431],
    ["no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["an absolute address", "GET http://elsewhere/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
  ])("answers %s with the headers too", async (_what, text, status) => {
    const port = await serve(hello);
    const answer = await sayRaw(port, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/^Content-Security-Policy: default-src 'none'/im);
    expect(answer).toMatch(/^X-Content-Type-Options: nosniff/im);
  });

  it("pins TLS only behind a proxy that it was told of, and reads that proxy's word alone", async () => {
    const hsts = async (options: Partial<GuardOptions>, proto: string) => {
      const port = await serve(hello, options);
      return (await ask(port, "GET", "/", { "X-Forwarded-Proto": proto })).headers[
        "strict-transport-security"
      ];
    };
    expect(await hsts({}, "https")).toBeUndefined();
    expect(await hsts({ trustedHops: 1 }, "https")).toBe("max-age=31536000");
    expect(await hsts({ trustedHops: 1 }, "https, http")).toBeUndefined(); // the first was said by a stranger
  });

  it("states limits on time and size", async () => {
    const server = createGuardedServer(hello, { policy });
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 30_000]);
  });

  it("works through a wrapper round writeHead, as Next's compression is one", async () => {
    const port = await serve((_request, response: ServerResponse) => {
      const inner = response.writeHead;
      response.writeHead = function wrapped(this: ServerResponse, ...args: unknown[]) {
        this.setHeader("Content-Encoding", "identity");
        return Reflect.apply(inner, this, args);
      } as typeof inner;
      response.writeHead(200, { "Content-Type": "text/plain" });
      response.end("wrapped");
    });
    const { headers } = await ask(port, "GET", "/");
    expect(headers["content-encoding"]).toBe("identity");
    expect(headers["content-type"]).toBe("text/plain");
    expectSafe(headers);
  });
});
