import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "@/scripts/serve/free-port";
import { findWebKit } from "@/scripts/setup/find";
import { openWebKit, type WebKitPage } from "./driver";

// Every browser on an iPad is WebKit. The steps build on each other, as a reader's do.
const root = path.join(import.meta.dirname, "..", "..");
const cell = (rest = "") => `[data-cell="weights"] ${rest}`.trim();
const control = "\uE009"; // WebDriver's name for the key

describe("a lesson in WebKitGTK", () => {
  let server: ChildProcess;
  let page: WebKitPage;
  let site: string;

  beforeAll(async () => {
    const driver = findWebKit();
    if (driver === undefined) throw new Error("webkit: no WebKitWebDriver was found. Run `npm run setup`.");
    const port = await findFreePort();
    site = `http://127.0.0.1:${port}`;
    server = spawn(process.execPath, ["scripts/start.cjs"], {
      cwd: root,
      env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", FANIN_END_WITH_PARENT: "1" },
    });
    await saidThat(server, "Fan-in is at");
    page = await openWebKit(driver);
  }, 600_000);

  afterAll(async () => {
    await page?.close();
    if (server?.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
  });

  it("opens, and is complete before anything runs", async () => {
    await page.open(`${site}/lessons/04-pytorch-default`);
    await page.waitFor('document.documentElement.hasAttribute("data-live")');
    expect(await page.evaluate('return document.documentElement.getAttribute("data-lacks")')).toBeNull();
    expect(await outputs()).toContain("tensor([[");
  });

  it("runs a cell, whose numbers are those that were baked", async () => {
    const baked = await outputs();
    await run();
    expect(await state("done")).toBe("done");
    expect(await outputs()).toBe(baked);
  });

  it("refuses a fetch by name", async () => {
    await write('await fetch("/")');
    await run();
    expect(await state("failed")).toBe("failed");
    expect(await outputs()).toMatch(/fetch: not available in a cell, since cells have no network/);
  });

  it("stops an endless loop while the page answers, and runs again", async () => {
    await write("while (true) {}");
    await run();
    await state("running");
    await press("Stop");
    expect(await state("failed")).toBe("failed");
    await write("40 + 2");
    await run();
    expect(await state("done")).toBe("done");
    expect(await outputs()).toBe("42");
  });

  it("keeps what was typed over a reload", async () => {
    await write("40 + 3");
    await page.reload();
    await page.waitFor(`document.querySelector('${cell()}')?.textContent.includes("40 + 3")`);
  });

  function outputs(): Promise<string> {
    return page.evaluate(`return document.querySelector('${cell("[data-outputs]")}').innerText.trim()`);
  }

  async function run(): Promise<void> {
    await page.evaluate(
      `[...document.querySelectorAll('${cell("button")}')].find((button) => (button.ariaLabel ?? button.textContent).trim() === "Run").click()`,
    );
  }

  async function press(name: string): Promise<void> {
    await page.waitFor(
      `[...document.querySelectorAll('[role="status"] button')].find((button) => button.textContent.trim() === "${name}" && !button.disabled)`,
    );
    await page.evaluate(
      `[...document.querySelectorAll('[role="status"] button')].find((button) => button.textContent.trim() === "${name}").click()`,
    );
  }

  async function state(wanted: string): Promise<string> {
    await page.waitFor(`/^(${wanted}|done|failed)$/.test(document.querySelector('${cell()}').dataset.state)`);
    return page.evaluate(`return document.querySelector('${cell()}').dataset.state`);
  }

  async function write(source: string): Promise<void> {
    const isStill = await page.evaluate<boolean>(
      `return document.querySelector('${cell(".cm-content")}') === null`,
    );
    if (isStill) await page.click(cell(".code-still"));
    await page.waitFor(`document.querySelector('${cell(".cm-content")}')`);
    await page.evaluate(`document.querySelector('${cell(".cm-content")}').focus()`);
    await page.press([[control, "a"], ...source]);
    await page.waitFor(
      `document.querySelector('${cell(".cm-content")}').textContent === ${JSON.stringify(source)}`,
    );
  }
});

/** Resolves when a process has printed a text; fails when it ends without it. */
async function saidThat(child: ChildProcess, text: string): Promise<void> {
  let said = "";
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (said.includes(text)) break;
  }
  if (!said.includes(text)) throw new Error(`webkit: the server ended, saying: ${said}`);
  child.stdout?.resume();
}
