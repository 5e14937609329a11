/** What the tests of the page share: its address, its cells, and a pulse that tells whether it kept answering. */
import { expect, type Locator, type Page } from "@playwright/test";

export const LESSON = "/lessons/04-pytorch-default";

/** Opens the lesson with every prediction skipped, so that any cell may run. */
export async function openLesson(page: Page, { skipPredictions = true } = {}): Promise<void> {
  await page.goto(LESSON);
  await expect(page.locator("html[data-live]")).toBeAttached();
  if (!skipPredictions) return;
  for (let skip = page.getByRole("button", { name: "Skip" }); await skip.count(); )
    await skip.first().click();
}

export function cellOf(page: Page, id: string): Locator {
  return page.locator(`[data-cell="${id}"]`);
}

/** The ids of the page's cells, in order. */
export function cellIds(page: Page): Promise<string[]> {
  return page
    .locator("[data-cell]")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-cell") ?? ""));
}

/** Replaces a cell's code, through its editor, as a person would paste it. */
export async function write(page: Page, id: string, source: string): Promise<void> {
  const cell = cellOf(page, id);
  const editor = cell.locator(".cm-content");
  if ((await editor.count()) === 0) await cell.locator(".code-still").click();
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(source);
}

export async function run(page: Page, id: string): Promise<void> {
  await cellOf(page, id).getByRole("button", { name: "Run", exact: true }).click();
}

/** Waits until a cell has ended, one way or the other. */
export async function ended(page: Page, id: string, { timeout = 60_000 } = {}): Promise<"done" | "failed"> {
  await expect(cellOf(page, id)).toHaveAttribute("data-state", /^(done|failed)$/, { timeout });
  return (await cellOf(page, id).getAttribute("data-state")) as "done" | "failed";
}

export async function outputOf(page: Page, id: string): Promise<string> {
  return (await cellOf(page, id).locator("[data-outputs]").innerText()).trim();
}

/** Writes, runs and waits. */
export async function evaluate(
  page: Page,
  id: string,
  source: string,
): Promise<{ state: string; text: string }> {
  await write(page, id, source);
  await run(page, id);
  const state = await ended(page, id);
  return { state, text: await outputOf(page, id) };
}

/** Shows that the page answers a press while something else goes on: the theme changes at once. */
export async function expectAlive(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let frames = 0;
        const next = () => (++frames === 5 ? resolve() : requestAnimationFrame(next));
        requestAnimationFrame(next);
      }),
  );
}
