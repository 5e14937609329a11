import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { withCompression } from "./compress";

let server: Server;
afterEach(() => server.close());

/** Asks for one page of repeated text and answers the response's headers. */
async function ask(accepted: string, type = "text/html"): Promise<Record<string, unknown>> {
  const handler = withCompression((_, response) => {
    response.writeHead(200, { "Content-Type": type });
    response.end("initialise ".repeat(1000));
  });
  server = createServer((incoming, response) => void handler(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", headers: { "Accept-Encoding": accepted } }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.headers));
    })
      .on("error", reject)
      .end();
  });
}

describe("withCompression", () => {
  it("sends Brotli to who takes it", async () => {
    expect(await ask("gzip, deflate, br")).toMatchObject({ "content-encoding": "br" });
  });

  it("sends gzip to who takes only that", async () => {
    expect(await ask("gzip")).toMatchObject({ "content-encoding": "gzip" });
  });

  it("leaves alone what is compressed already", async () => {
    expect(await ask("br", "font/woff2")).not.toHaveProperty("content-encoding");
  });
});
