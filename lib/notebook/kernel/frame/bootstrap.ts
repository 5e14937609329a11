/**
 * The only script of the kernel's frame: starts a worker that waits for its script, and carries messages between it and the page.
 * Nothing that a learner wrote is ever evaluated here, since a frame still has doors that a worker lacks (RTCPeerConnection).
 */
import { MESSAGES_PER_SECOND } from "../../limits";
import { isScripts } from "../scripts";

/** All that a worker is before it is told the kernel's script: nothing of it is left when the kernel begins. */
const WAITING = "onmessage = ({ data }) => { onmessage = null; importScripts(URL.createObjectURL(data)); };";

function startWorker(): Worker {
  const address = URL.createObjectURL(new Blob([WAITING], { type: "text/javascript" }));
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
  // Before the page has said a word: a worker takes its time.
  const worker = startWorker();

  function receive(port: MessagePort, data: unknown): void {
    const { framePing } = (data ?? {}) as { framePing?: unknown };
    if (typeof framePing === "number") port.postMessage({ from: "frame", pong: framePing });
    else if (isScripts(data)) {
      worker.postMessage(data.kernel);
      worker.postMessage({ type: "plot", script: data.plot });
    } else worker.postMessage(data);
  }

  const connect = (event: MessageEvent) => {
    const port = event.ports[0];
    if (event.source !== parent || !port || typeof event.data?.nonce !== "string") return;
    removeEventListener("message", connect);
    port.onmessage = ({ data }) => receive(port, data);
    port.postMessage({ from: "frame", nonce: event.data.nonce });
    const send = meter(
      (message) => port.postMessage(message),
      () => port.postMessage({ from: "frame", flood: true }),
    );
    worker.onmessage = ({ data }: MessageEvent) => send({ from: "worker", message: data });
    worker.onerror = (error) => {
      error.preventDefault();
      send({ from: "frame", crashed: String(error.message || "its script could not run") });
    };
  };
  addEventListener("message", connect);
}

start();
