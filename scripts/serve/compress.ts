import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";
import type { Handler } from "./guard";

/**
 * Quality 5 costs what gzip costs. The window of 4 MB is the point: a page carries its content twice, as HTML and for React, and gzip's 32 kB
 * do not reach from the one to the other.
 */
const compress = compression({
  brotli: {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 22 },
  },
} as compression.CompressionOptions);

/** The handler, its answers compressed by Brotli or gzip, whichever the request accepts. */
export function withCompression(handler: Handler): Handler {
  return (request: IncomingMessage, response: ServerResponse) =>
    new Promise<void>((resolve, reject) => {
      // Express's types; the middleware itself needs no more than Node's.
      compress(request as never, response as never, (error?: unknown) => {
        if (error) reject(error);
        else Promise.resolve(handler(request, response)).then(() => resolve(), reject);
      });
    });
}
