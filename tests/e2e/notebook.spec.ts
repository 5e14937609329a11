import { expect, test } from "@playwright/test";
import { cellIds, cellOf, ended, evaluate, LESSON, openLesson, outputOf, run, write } from "./support";

const kernel = { name: "Kernel" } as const;

test("a cell runs from cold, with what it needs, and says so", async ({ page }) => {
  await openLesson(page);
  const [first, second] = (await cellIds(page)) as [string, string];
  await run(page, second);
  expect(await ended(page, second)).toBe("done");
  await expect(cellOf(page, first)).toHaveAttribute("data-state", "done");
  await expect(page.locator("[data-announcement]")).toContainText(`Cell ${second}`);
});

test("Run all runs every cell, and each shows what was baked", async ({ page }) => {
  test.setTimeout(180_000);
  await openLesson(page);
  const ids = await cellIds(page);
  const baked = new Map<string, string>();
  for (const id of ids) {
    // A closed "Show the result" hides its text: it is opened to be read.
    await cellOf(page, id)
      .locator("details.spoiler")
      .evaluateAll((all) => {
        for (const one of all as HTMLDetailsElement[]) one.open = true;
      });
    baked.set(id, (await cellOf(page, id).locator("[data-outputs] pre").allInnerTexts()).join("\n"));
  }
  await page.getByRole("button", { name: "Run all" }).click();
  for (const id of ids) expect(await ended(page, id, { timeout: 60_000 }), id).toBe("done");
  for (const id of ids) {
    const live = (await cellOf(page, id).locator("[data-outputs] pre").allInnerTexts()).join("\n");
    expect(live, `cell ${id}`).toBe(baked.get(id));
  }
  await expect(page.getByRole("status", kernel)).toContainText(`${ids.length} of ${ids.length} cells run`);
});

test("Run all waits before an open prediction, and goes on when it is skipped", async ({ page }) => {
  await openLesson(page, { skipPredictions: false });
  await page.getByRole("button", { name: "Run all" }).click();
  await expect(page.getByRole("status", kernel)).toContainText("prediction");
});

test("keys: Shift+Enter runs and goes on, Esc leaves the editor, arrows move, Enter edits", async ({
  page,
}) => {
  await openLesson(page);
  const [first, second] = (await cellIds(page)) as [string, string];
  await cellOf(page, first).focus();
  await page.keyboard.press("Enter");
  await expect(cellOf(page, first).locator(".cm-content")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(cellOf(page, first)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(cellOf(page, second)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+Enter");
  await expect(cellOf(page, second)).toBeFocused();
  expect(await ended(page, first)).toBe("done");
  await page.keyboard.press("Control+Enter");
  expect(await ended(page, second)).toBe("done");
  await expect(cellOf(page, second)).toBeFocused();
});

test("a cell that used what has changed is stale, and says why", async ({ page }) => {
  await openLesson(page);
  const [first, second] = (await cellIds(page)) as [string, string];
  await write(page, first, "var base = 1;");
  await write(page, second, "base + 1");
  await run(page, second);
  expect(await ended(page, second)).toBe("done");
  await write(page, first, "var base = 2;");
  await run(page, first);
  await ended(page, first);
  await expect(cellOf(page, second)).toHaveAttribute("data-state", "stale");
  await expect(cellOf(page, second)).toContainText("stale:");
});

test("what was typed survives a reload; Reset brings the author's cell back", async ({ page }) => {
  await openLesson(page);
  const [first] = (await cellIds(page)) as [string];
  const author = await cellOf(page, first).locator(".code-still").innerText();
  await write(page, first, "21 * 2 // mine");
  // No pause: the page is left at once.
  await page.goto("about:blank");
  await page.goto(LESSON);
  await expect(cellOf(page, first)).toContainText("21 * 2 // mine");
  await run(page, first);
  await ended(page, first);
  expect(await outputOf(page, first)).toBe("42");
  await cellOf(page, first).getByRole("button", { name: "Reset" }).click();
  await expect(cellOf(page, first)).not.toContainText("// mine");
  await page.reload();
  await expect(cellOf(page, first).locator(".code-still")).toHaveText(author, { useInnerText: true });
});

test("TypeScript or PyTorch is chosen once, for every cell and for the next visit", async ({ page }) => {
  await openLesson(page);
  await page.locator("[data-cell]").first().getByRole("button", { name: "PyTorch" }).click();
  await expect(page.locator("[data-cell] .code-py").first()).toBeVisible();
  await expect(page.locator("[data-cell] .code-py").last()).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-cell] .code-py").first()).toBeVisible();
  const [first] = (await cellIds(page)) as [string];
  await run(page, first);
  expect(await ended(page, first)).toBe("done");
});

test("Restart forgets the state, keeps the outputs, and says that they are from before", async ({ page }) => {
  await openLesson(page);
  const [first] = (await cellIds(page)) as [string];
  await evaluate(page, first, "var memory = 5; memory");
  await page.getByRole("status", kernel).getByRole("button", { name: "Restart" }).click();
  await expect(cellOf(page, first)).toHaveAttribute("data-state", "idle");
  await expect(cellOf(page, first)).toContainText("from before the restart");
  expect((await evaluate(page, first, "typeof memory")).text).toContain("undefined");
});

test("a chunk that cannot be fetched costs nothing that was typed, and a reload is offered", async ({
  page,
}) => {
  // The first view's own scripts come through; whatever is fetched later does not.
  await page.goto(LESSON);
  await expect(page.locator("html[data-live]")).toBeAttached();
  const [first] = (await cellIds(page)) as [string];
  await page.context().route("**/_next/static/chunks/**", (route) => route.abort());
  await cellOf(page, first).getByRole("button", { name: "Run", exact: true }).click();
  await cellOf(page, first).locator(".code-still").click();
  await expect(page.getByText("could not be fetched").first()).toBeVisible();
});

test("the engine is not in the page's own scripts, and the kernel's frame is closed", async ({ page }) => {
  await openLesson(page);
  const [first] = (await cellIds(page)) as [string];
  await run(page, first);
  await ended(page, first);
  const frame = page.locator('iframe[title="Kernel"]').first();
  await expect(frame).toHaveAttribute("sandbox", "allow-scripts");
  const response = await page.request.get((await frame.getAttribute("src")) ?? "");
  expect(response.headers()["content-security-policy"]).toContain("sandbox allow-scripts");
  expect(response.headers()["content-security-policy"]).toContain("connect-src 'none'");
  expect(response.headers()["cache-control"]).toContain("immutable");
});
