/**
 * The only script of the kernel's frame: starts the worker and carries messages between it and the page.
 * Nothing that a learner wrote is ever evaluated here, since a frame still has doors that a worker lacks (RTCPeerConnection).
 */
import { MESSAGES_PER_SECOND } from "../../limits";

function read(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

function startWorker(): Worker {
  const address = URL.createObjectURL(new Blob([read("kernel")], { type: "text/javascript" }));
  return new Worker(address, { name: "kernel" });
}

/** Lets so many messages a second through, then says once that there were more. */
function meter(pass: (message: unknown) => void, flood: () => void): (message: unknown) => void {
  let sent = 0;
  let window = 0;
  let flooded = false;
  return (message) => {
    const second = Math.floor(performance.now() / 1000);
    if (second !== window) [window, sent, flooded] = [second, 0, false];
    if (++sent <= MESSAGES_PER_SECOND) return pass(message);
    if (flooded) return;
    flooded = true;
    flood();
  };
}

function start(): void {
  // Before the rest of this document is there, and before the page has said a word: a worker takes its time.
  const worker = startWorker();
  const early: unknown[] = [];
  let send = (message: unknown): void => void early.push(message);
  worker.onmessage = ({ data }: MessageEvent) => send({ from: "worker", message: data });
  worker.onerror = (error) => {
    error.preventDefault();
    send({ from: "frame", crashed: String(error.message || "its script could not run") });
  };

  const connect = (event: MessageEvent) => {
    const port = event.ports[0];
    if (event.source !== parent || !port || typeof event.data?.nonce !== "string") return;
    removeEventListener("message", connect);
    worker.postMessage({ type: "plot", script: read("plot") });
    port.onmessage = ({ data }) => {
      if (typeof data?.framePing === "number") port.postMessage({ from: "frame", pong: data.framePing });
      else worker.postMessage(data);
    };
    port.postMessage({ from: "frame", nonce: event.data.nonce });
    send = meter(
      (message) => port.postMessage(message),
      () => port.postMessage({ from: "frame", flood: true }),
    );
    for (const message of early) send(message);
  };
  addEventListener("message", connect);
}

start();
