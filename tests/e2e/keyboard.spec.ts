import { expect, type Locator, type Page, test } from "@playwright/test";
import { cellOf, ended, openLesson } from "./support";

/** The lesson gone through without a mouse: predictions, an edit, an exercise, at both ends of what screens there are. */

const SCREENS = [
  { width: 390, height: 844, colorScheme: "dark" },
  { width: 1440, height: 900, colorScheme: "light" },
] as const;

/** Presses Tab until this has the focus; a page without a way there fails. */
async function tabTo(page: Page, target: Locator, { most = 40 } = {}): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused({ timeout: 0 });
}

for (const { width, height, colorScheme } of SCREENS) {
  test.describe(`by keyboard alone, ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test("a prediction by choice is locked, its cell runs, and both answers stand there", async ({
      page,
    }) => {
      await openLesson(page, { skipPredictions: false });
      await cellOf(page, "bound").focus();
      const predict = page.locator("#predict-which-line");
      await tabTo(page, predict.getByRole("button", { name: "On LeCun’s line" }));
      await page.keyboard.press("Enter");
      await expect(predict.getByText("Locked in: On LeCun’s line.")).toBeFocused();
      await tabTo(page, cellOf(page, "sweep").getByRole("button", { name: "Run", exact: true }));
      await page.keyboard.press("Enter");
      expect(await ended(page, "sweep")).toBe("done");
      await expect(predict.locator("dl.both")).toContainText("Below both");
    });

    test("a prediction by number is stepped by arrows and locked by Enter", async ({ page }) => {
      await openLesson(page, { skipPredictions: false });
      const field = page.getByRole("textbox", { name: "Your number" }).first();
      await cellOf(page, "same-bits").focus();
      await tabTo(page, field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("2.4");
      await page.keyboard.press("ArrowUp");
      await expect(field).toHaveValue("2.5");
      await page.keyboard.press("Enter");
      await expect(page.getByText("Locked in: 2.5.")).toBeVisible();
    });

    test("an exercise is failed, mended and solved, and the focus stays where the reader works", async ({
      page,
    }) => {
      await openLesson(page);
      const cell = cellOf(page, "fill");
      const check = page.locator("#exercise-by-hand").getByRole("button", { name: "Check", exact: true });
      const verdict = page.locator("#exercise-by-hand").locator("p[role=status]");
      await cell.focus();
      await tabTo(page, check);
      await page.keyboard.press("Enter");
      await expect(verdict).toHaveAttribute("data-ok", "false", { timeout: 90_000 });
      await expect(check).toBeFocused();
      await cell.focus();
      await page.keyboard.press("Enter");
      await expect(cell.locator(".cm-content")).toBeFocused();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(
        "import torch, { nn, type Tensor } from 'torch';\nfunction fill(weight: Tensor, bias: Tensor) {\n  const bound = 1 / Math.sqrt(weight.shape[1]);\n  nn.init.uniform_(weight, -bound, bound);\n  nn.init.uniform_(bias, -bound, bound);\n}",
      );
      await page.keyboard.press("Escape");
      await expect(cell).toBeFocused();
      await tabTo(page, check);
      await page.keyboard.press("Enter");
      await expect(verdict).toHaveAttribute("data-ok", "true", { timeout: 90_000 });
    });
  });
}

for (const width of [320, 390])
  test(`the kernel bar that waits for a prediction shows all its buttons at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await openLesson(page, { skipPredictions: false });
    const bar = page.getByRole("status", { name: "Kernel" });
    await bar.getByRole("button", { name: "Run all" }).click();
    await expect(bar.getByRole("button", { name: "Skip it" })).toBeVisible({ timeout: 60_000 });
    const ends = await bar
      .getByRole("button")
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
      );
    expect(ends.length).toBeGreaterThanOrEqual(5);
    for (const { left, right } of ends) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  });
