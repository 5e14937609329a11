/**
 * A kernel's frame before anybody speaks to it: an iframe of opaque origin, and the port that it is handed at its first load.
 * Small, so that the page's own script can open one before the code that runs cells is there.
 */
export type Shell = {
  port: MessagePort;
  /** What the frame says back to show that it is the one that was opened. */
  secret: string;
  /** Hears how often the frame has loaded, now and at each load. */
  watch(listener: (loads: number) => void): void;
  remove(): void;
};

export type ShellOptions = { document: Document; address: string };

const HIDDEN = "position:absolute;width:0;height:0;border:0;visibility:hidden";

function nonce(): string {
  // getRandomValues is there over plain http too; randomUUID is not.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("");
}

export function openShell({ document, address }: ShellOptions): Shell {
  const secret = nonce();
  const { port1: port, port2: theirs } = new MessageChannel();
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("title", "Kernel");
  element.setAttribute("aria-hidden", "true");
  element.tabIndex = -1;
  element.style.cssText = HIDDEN;
  let loads = 0;
  let tell: (loads: number) => void = () => {};
  element.addEventListener("load", () => {
    // Whatever a frame has gone to since is not handed a port.
    if (++loads === 1) element.contentWindow?.postMessage({ nonce: secret }, "*", [theirs]);
    tell(loads);
  });
  element.src = address;
  document.body.append(element);
  return {
    port,
    secret,
    watch(listener) {
      tell = listener;
      listener(loads);
    },
    remove() {
      port.close();
      element.remove();
    },
  };
}
