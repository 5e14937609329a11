import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findFreePort } from "@/scripts/serve/free-port";

/** A page in WebKitGTK, driven by the W3C WebDriver protocol: what the smoke test needs of it and no more. */
export interface WebKitPage {
  open: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  /** Runs the body of a function in the page and returns its value. */
  evaluate: <T>(body: string, ...args: unknown[]) => Promise<T>;
  click: (selector: string) => Promise<void>;
  /** Presses key after key in what has the focus; a list of keys is a chord. */
  press: (keys: readonly (string | readonly string[])[]) => Promise<void>;
  /** Asks again until the expression is truthy, and returns it. */
  waitFor: <T>(expression: string) => Promise<T>;
  close: () => Promise<void>;
}

/** Starts the driver on a display of its own, and a browser with an empty profile. */
export async function openWebKit(driver: string): Promise<WebKitPage> {
  const port = await findFreePort();
  const command = [driver, `--port=${port}`, "--host=127.0.0.1"];
  const hasDisplay = Boolean(process.env.DISPLAY);
  const [file = driver, ...args] = hasDisplay
    ? command
    : ["xvfb-run", "-a", "-s", "-screen 0 1440x1000x24", ...command];
  const child = spawn(file, args, { stdio: "ignore", detached: true });
  const base = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(`${base}/status`).then(
        (answer) => answer.ok,
        () => false,
      ),
    "WebKitWebDriver did not start",
  );

  const created = await send<{ sessionId: string }>(`${base}/session`, {
    capabilities: { alwaysMatch: capabilities() },
  });
  const session = `${base}/session/${created.sessionId}`;
  const evaluate = <T>(script: string, ...rest: unknown[]) =>
    send<T>(`${session}/execute/sync`, { script, args: rest });
  return {
    evaluate,
    open: (url) => send(`${session}/url`, { url }),
    reload: () => send(`${session}/refresh`, {}),
    click: (selector) => evaluate("document.querySelector(arguments[0]).click()", selector),
    press: (keys) => {
      const actions = keys.flatMap((key) => toPresses(typeof key === "string" ? [key] : key));
      return send(`${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    waitFor: async <T>(expression: string) => {
      let value: T | undefined;
      await until(async () => {
        value = await evaluate<T>(`return ${expression}`);
        return Boolean(value);
      }, `never came true: ${expression}`);
      return value as T;
    },
    close: async () => {
      await fetch(session, { method: "DELETE" });
      endGroup(child);
    },
  };
}

/** All down, then all up in reverse: one key alone, or a chord such as Ctrl and a. */
function toPresses(keys: readonly string[]): object[] {
  const down = keys.map((value) => ({ type: "keyDown", value }));
  return [...down, ...keys.toReversed().map((value) => ({ type: "keyUp", value }))];
}

function capabilities(): object {
  const folders = readdirSync("/usr/lib").flatMap((name) =>
    ["4.0", "4.1"].map((version) => `/usr/lib/${name}/webkit2gtk-${version}`),
  );
  const binary = folders.map((folder) => path.join(folder, "MiniBrowser")).find(existsSync);
  if (binary === undefined)
    throw new Error("webkit: MiniBrowser was not found below /usr/lib. Run `npm run setup`.");
  return { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
}

async function send<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
  });
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`webkit: ${new URL(url).pathname}: ${value.error}: ${value.message}`);
  return value;
}

async function until(holds: () => Promise<boolean>, otherwise: string, seconds = 60): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await delay(100)) if (await holds()) return;
  throw new Error(`webkit: ${otherwise} within ${seconds} s`);
}

function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
}
