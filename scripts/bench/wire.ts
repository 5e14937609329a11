import type { CDPSession, Page } from "@playwright/test";

/** One answer as it came over the wire: headers and compressed body together. */
export interface Transfer {
  path: string;
  /** Of the DevTools protocol: Document, Stylesheet, Font, Script, Fetch, Image … */
  type: string;
  bytes: number;
  /** Asked for before the page's load event. */
  beforeLoad: boolean;
}

interface Asked {
  url: string;
  type: string;
  at: number;
  bytes?: number;
}

/** Opens an address and answers with every transfer of the page until the network has been still for half a second. */
export async function recordTransfers(page: Page, address: string): Promise<Transfer[]> {
  const session = await page.context().newCDPSession(page);
  const asked = new Map<string, Asked>();
  const loaded = record(session, asked);
  await session.send("Network.enable");
  await session.send("Page.enable");
  await page.goto(address, { waitUntil: "networkidle" });
  const loadedAt = await loaded;
  return [...asked.values()].map(({ url, type, at, bytes = 0 }) => ({
    path: new URL(url).pathname,
    type,
    bytes,
    beforeLoad: at <= loadedAt,
  }));
}

/** Resolves with the time of the load event. */
function record(session: CDPSession, asked: Map<string, Asked>): Promise<number> {
  session.on("Network.requestWillBeSent", ({ requestId, request, type = "Other", timestamp }) => {
    if (request.url.startsWith("http")) asked.set(requestId, { url: request.url, type, at: timestamp });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  return new Promise((resolve) => {
    session.on("Page.loadEventFired", ({ timestamp }) => resolve(timestamp));
  });
}
