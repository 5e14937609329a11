/**
 * A page watched over a connection of its own. A browser ends the kernel's frame, a process by itself, when its memory is
 * full; the library that drives the page takes that for the end of the page, and refuses to speak to it from then on.
 */
import type { Page } from "@playwright/test";

export type Witness = {
  run(id: string): Promise<void>;
  /** Waits until a cell has ended, one way or the other, while the page answers. */
  ended(id: string): Promise<string>;
  outputOf(id: string): Promise<string>;
  close(): Promise<void>;
};

export async function witnessOf(page: Page): Promise<Witness> {
  const session = await page.context().newCDPSession(page);
  const ask = async (id: string, question: string): Promise<unknown> => {
    const expression = `((cell) => ${question})(document.querySelector('[data-cell="${id}"]'))`;
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`${question}: ${exceptionDetails.text}`);
    return result.value;
  };
  return {
    async run(id) {
      await ask(
        id,
        `[...cell.querySelectorAll("button")].find((b) => b.textContent.trim() === "Run").click()`,
      );
    },
    async ended(id) {
      const settled = `new Promise((resolve) => {
        const look = () => {
          const { state } = cell.dataset;
          if (state === "done" || state === "failed") resolve(state);
          return state;
        };
        new MutationObserver(look).observe(cell, { attributes: true, attributeFilter: ["data-state"] });
        look();
      })`;
      return String(await ask(id, settled));
    },
    async outputOf(id) {
      return String(await ask(id, `cell.querySelector("[data-outputs]").innerText`)).trim();
    },
    close: () => session.detach(),
  };
}
