/**
 * The only script of the kernel's frame: starts the worker and carries messages between it and the page.
 * Nothing that a learner wrote is ever evaluated here, since a frame still has doors that a worker lacks (RTCPeerConnection).
 */
import { MESSAGES_PER_SECOND } from "../../limits";

function start(): void {
  const source = document.getElementById("kernel")?.textContent ?? "";
  const connect = (event: MessageEvent) => {
    const port = event.ports[0];
    if (event.source !== parent || !port || typeof event.data?.nonce !== "string") return;
    removeEventListener("message", connect);
    let sent = 0;
    let window = 0;
    let flooded = false;
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(address, { name: "kernel" });
    worker.onmessage = (message: MessageEvent) => {
      const second = Math.floor(performance.now() / 1000);
      if (second !== window) [window, sent, flooded] = [second, 0, false];
      if (++sent <= MESSAGES_PER_SECOND) port.postMessage({ from: "worker", message: message.data });
      else if (!flooded) {
        flooded = true;
        port.postMessage({ from: "frame", flood: true });
      }
    };
    worker.onerror = (error) => {
      error.preventDefault();
      port.postMessage({ from: "frame", crashed: String(error.message || "its script could not run") });
    };
    port.onmessage = ({ data }) => {
      if (typeof data?.framePing === "number") port.postMessage({ from: "frame", pong: data.framePing });
      else worker.postMessage(data);
    };
    port.postMessage({ from: "frame", nonce: event.data.nonce });
  };
  addEventListener("message", connect);
}

start();
