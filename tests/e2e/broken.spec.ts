import { expect, type Page, test } from "@playwright/test";
import { cellIds, cellOf, ended, evaluate, LESSON, openLesson, run, write } from "./support";

/** A page whose own parts fail while it is shown: it says so, keeps what was typed, and offers a way on. */

/** Lets the browser refuse a heading that the outline of the lesson looks for when it has been drawn. */
async function refuseHeading(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (localStorage.getItem("mended")) return;
    const find = document.getElementById.bind(document);
    document.getElementById = (id) => {
      if (id === "is-it-he") throw new Error("refused: is-it-he");
      return find(id);
    };
  });
}

test("a lesson that fails while it is drawn says so, keeps what was typed, and comes back", async ({
  page,
}) => {
  await openLesson(page);
  await write(page, "weights", "'typed before'");
  await page.waitForFunction(() => indexedDB.databases().then((all) => all.length > 0));
  await refuseHeading(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This page stopped working" })).toBeVisible();
  await expect(page.getByText("refused: is-it-he")).toBeVisible();
  await page.evaluate(() => localStorage.setItem("mended", "yes"));
  await page.getByRole("button", { name: "Load the page anew" }).click();
  await expect(cellOf(page, "weights")).toContainText("'typed before'");
});

test("an output that cannot be drawn costs its own cell's output only", async ({ page }) => {
  await openLesson(page);
  const hostile =
    "({ [Symbol.for('fan-in.display')]: () => ({ 'text/plain': 'plain', 'application/vnd.fan-in.figure+json': { kind: 'line', series: 7 } }) })";
  const { text } = await evaluate(page, "weights", hostile);
  expect(text).toMatch(/plain|figure/);
  expect((await evaluate(page, "weights", "1 + 1")).text).toBe("2");
});

test("a frame of the site that fails says so in the site's look, and comes back", async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.getItem("mended")) return;
    // The theme's button, a part of every page, reads this when it has been drawn.
    const { get } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "dataset") as PropertyDescriptor;
    Object.defineProperty(HTMLElement.prototype, "dataset", {
      get() {
        return new Proxy(get?.call(this), {
          get(data, name) {
            if (name === "theme") throw new Error("refused: the theme");
            return Reflect.get(data, name);
          },
        });
      },
    });
  });
  await page.goto(LESSON);
  await expect(page.getByRole("heading", { name: "The site stopped working" })).toBeVisible();
  await expect(page.getByText("refused: the theme")).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(251, 250, 247)",
  );
  await page.evaluate(() => localStorage.setItem("mended", "yes"));
  await page.getByRole("button", { name: "Load the page anew" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("nn.Linear");
});

test("a kernel that cannot be fetched is said, costs nothing that was typed, and is had by the next press", async ({
  page,
}) => {
  await page.route("**/kernel/kernel.*.js", (route) => route.abort());
  await openLesson(page);
  const [first] = (await cellIds(page)) as [string];
  await write(page, first, "6 * 7");
  await run(page, first);
  await expect(page.getByRole("status", { name: "Kernel" })).toContainText("could not be fetched", {
    timeout: 60_000,
  });
  await expect(cellOf(page, first)).toContainText("6 * 7");
  await page.unroute("**/kernel/kernel.*.js");
  await run(page, first);
  expect(await ended(page, first)).toBe("done");
});

test("who saves data gets the waiting frame, and the kernel only with a press", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) }),
  );
  const kernels: string[] = [];
  page.on(
    "request",
    (request) => void (/kernel\.[^/]*\.js/.test(request.url()) && kernels.push(request.url())),
  );
  await openLesson(page);
  await expect(page.locator('iframe[title="Kernel"]')).toBeAttached();
  expect(kernels).toEqual([]);
  const [first] = (await cellIds(page)) as [string];
  await run(page, first);
  expect(await ended(page, first)).toBe("done");
  expect(kernels).toHaveLength(1);
});
