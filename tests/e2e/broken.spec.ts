import { expect, type Page, test } from "@playwright/test";
import { cellOf, evaluate, LESSON, openLesson, write } from "./support";

/** A page whose own parts fail while it is shown: it says so, keeps what was typed, and offers a way on. */

/** Lets the browser refuse something that a part of the page asks for while it is shown. */
async function refuse(page: Page, event: string): Promise<void> {
  await page.addInitScript((refused) => {
    const add = document.addEventListener.bind(document);
    document.addEventListener = ((type: string, ...rest: [EventListener]) => {
      if (type === refused && !localStorage.getItem("mended")) throw new Error(`refused: ${type}`);
      return add(type, ...rest);
    }) as typeof document.addEventListener;
  }, event);
}

test("a lesson that fails while it is drawn says so, keeps what was typed, and comes back", async ({
  page,
}) => {
  await openLesson(page);
  await write(page, "weights", "'typed before'");
  await page.waitForFunction(() => indexedDB.databases().then((all) => all.length > 0));
  await refuse(page, "visibilitychange");
  await page.reload();
  await expect(page.getByRole("heading", { name: "This page stopped working" })).toBeVisible();
  await expect(page.getByText("refused: visibilitychange")).toBeVisible();
  await page.evaluate(() => localStorage.setItem("mended", "yes"));
  await page.getByRole("button", { name: "Load the page anew" }).click();
  await expect(cellOf(page, "weights")).toContainText("'typed before'");
});

test("an output that cannot be drawn costs its own cell's output only", async ({ page }) => {
  await page.goto(LESSON);
  await openLesson(page);
  const hostile =
    "({ [Symbol.for('fan-in.display')]: () => ({ 'text/plain': 'plain', 'application/vnd.fan-in.figure+json': { kind: 'line', series: 7 } }) })";
  const { text } = await evaluate(page, "weights", hostile);
  expect(text).toMatch(/plain|figure/);
  expect((await evaluate(page, "weights", "1 + 1")).text).toBe("2");
});
