import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Scripts } from "../scripts";
import { joinFrame } from "./frame";
import { createPool } from "./pool";
import { openShell } from "./shell";

type Inside = { port: MessagePort; heard: unknown[] };

/** A document that opens frames; the test plays what is inside them. */
function stage() {
  const frames: { load(): void; isOpen: boolean; inside: Inside | undefined }[] = [];
  const document = {
    createElement() {
      let onLoad = () => {};
      const frame: (typeof frames)[number] = {
        isOpen: true,
        inside: undefined,
        load: () => onLoad(),
      };
      frames.push(frame);
      return {
        style: {},
        setAttribute: () => {},
        addEventListener: (_: string, listener: () => void) => {
          onLoad = listener;
        },
        remove: () => {
          frame.isOpen = false;
        },
        contentWindow: {
          postMessage: (_: unknown, __: string, [port]: MessagePort[]) => {
            const inside: Inside = { port: port as MessagePort, heard: [] };
            inside.port.onmessage = ({ data }) => inside.heard.push(data);
            frame.inside = inside;
          },
        },
      };
    },
    body: { append: () => {} },
  } as unknown as Document;
  return { document, frames };
}

const ready = { from: "worker", message: { type: "ready", protocol: 1 } };
const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

const scripts = Promise.resolve({ kernel: new Blob([]), plot: "" });

beforeEach(
  () => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout"] }),
);
afterEach(() => void vi.useRealTimers());

describe("a frame", () => {
  function open(told: Promise<Scripts> = scripts) {
    const { document, frames } = stage();
    const lost: string[] = [];
    const frame = joinFrame(openShell({ document, address: "/kernel.html" }), told);
    frame.listen({ message: () => {}, lost: (reason) => lost.push(reason) });
    const [theirs] = frames;
    return { frame, theirs: theirs as (typeof frames)[number], lost };
  }

  async function opened() {
    const all = open();
    all.theirs.load();
    all.theirs.inside?.port.postMessage(ready);
    await all.frame.ready;
    return all;
  }

  it("is ready when its worker says so, and is lost at a second load", async () => {
    const { theirs, lost } = await opened();
    theirs.load();
    expect(lost).toEqual(["its frame went elsewhere"]);
    expect(theirs.isOpen).toBe(false);
  });

  it("that loads and says nothing is given up, in words; one that has not loaded is waited for", async () => {
    const { frame, theirs } = open();
    vi.advanceTimersByTime(600_000);
    expect(theirs.isOpen).toBe(true);
    theirs.load();
    await turn();
    vi.advanceTimersByTime(30_000);
    await expect(frame.ready).rejects.toThrow("its frame loaded and said nothing");
    expect(theirs.isOpen).toBe(false);
  });

  it("is waited for while its script is on its way, and is given up, in words, where that cannot be fetched", async () => {
    let fail = (_: Error) => {};
    const { frame, theirs } = open(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    theirs.load();
    vi.advanceTimersByTime(600_000);
    expect(theirs.isOpen).toBe(true);
    fail(new Error("offline"));
    await expect(frame.ready).rejects.toThrow("its script could not be fetched");
    expect(theirs.isOpen).toBe(false);
  });

  it("that is closed before it is ready leaves nobody waiting", async () => {
    const { frame } = open();
    frame.close();
    await expect(frame.ready).rejects.toThrow("closed before it was ready");
  });

  it("is lost when its worker falls silent between runs, and not in a run", async () => {
    const { frame, theirs, lost } = await opened();
    const answer = async (seconds: number) => {
      for (let i = 0; i < seconds; i++) {
        vi.advanceTimersByTime(1000);
        theirs.inside?.port.postMessage({ from: "frame", pong: i });
        await turn();
      }
    };
    frame.busy(true);
    await answer(20);
    expect(lost).toEqual([]);
    frame.busy(false);
    await answer(10);
    expect(lost).toEqual(["its loop fell silent"]);
  });

  it.each([
    [{ from: "frame", flood: true }, "it sent more messages than a page can read"],
    [{ from: "frame", crashed: "out of memory" }, "out of memory"],
    [{ from: "frame", nonce: "another" }, "its frame is not the one that was opened"],
    ["anything", "its frame sent something else than messages"],
  ])("is lost when it says %o", async (message, reason) => {
    const { theirs, lost } = await opened();
    theirs.inside?.port.postMessage(message);
    await turn();
    expect(lost).toEqual([reason]);
  });
});

describe("a pool", () => {
  function pool() {
    const { document, frames } = stage();
    const made = createPool({
      open: () => openShell({ document, address: "/kernel.html" }),
      scripts: () => scripts,
      keepSpare: true,
      whenIdle: (work) => work(),
    });
    const listener = { message: () => {}, lost: () => {} };
    const connect = async (index: number) => {
      const connection = made.connect(listener);
      frames[index]?.load();
      frames[index]?.inside?.port.postMessage(ready);
      return connection;
    };
    return { made, frames, connect };
  }

  it("makes one spare when there is time, hands it out, and leaves none behind when it is closed", async () => {
    const { made, frames, connect } = pool();
    const first = await connect(0);
    vi.advanceTimersByTime(2000);
    expect(frames).toHaveLength(2);
    const second = await connect(1);
    expect(frames).toHaveLength(2);
    vi.advanceTimersByTime(2000);
    expect(frames).toHaveLength(3);
    first.close();
    second.close();
    made.close();
    expect(frames.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
    vi.advanceTimersByTime(5000);
    expect(frames).toHaveLength(3);
  });

  it("hands out a new frame where the spare has died", async () => {
    const { frames, connect } = pool();
    await connect(0);
    vi.advanceTimersByTime(2000);
    frames[1]?.load();
    frames[1]?.load();
    await turn();
    await connect(2);
    expect(frames[2]?.isOpen).toBe(true);
  });
});
