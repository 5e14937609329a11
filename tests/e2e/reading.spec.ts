import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { LESSON, openLesson } from "./support";

const PAGES = ["/", "/lessons", LESSON, "/no-such-page"];

for (const path of PAGES)
  test(`${path} has a policy without inline scripts, and breaks no rule of it`, async ({ page }) => {
    const broken: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
    });
    const response = await page.goto(path, { waitUntil: "networkidle" });
    const headers = response?.headers() ?? {};
    const scripts = headers["content-security-policy"]
      ?.split(";")
      .find((part) => part.trim().startsWith("script-src"));
    expect(scripts).toBeDefined();
    expect(scripts).not.toContain("unsafe-inline");
    expect(scripts).not.toContain("'unsafe-eval'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(broken).toEqual([]);
  });

for (const scheme of ["light", "dark"] as const)
  for (const path of PAGES)
    test(`${path} has nothing for axe to find, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
        ),
      ).toEqual([]);
    });

for (const width of [320, 390, 820, 1440])
  test(`no page is wider than a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the lesson is complete: text, code in both languages, outputs, figures, solutions", async ({
    page,
  }) => {
    await page.goto(LESSON);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const cell = page.locator("[data-cell]").first();
    await expect(cell.locator(".code-still")).toContainText("nn.Linear");
    await expect(cell.locator(".code-py")).toBeVisible();
    await expect(cell.locator("[data-outputs]")).toContainText("tensor(");
    await expect(page.locator("[data-outputs] svg").first()).toBeAttached();
    await expect(page.getByRole("button", { name: "Run all" })).toBeHidden();
    for (const result of await page.locator("details.spoiler > summary").all()) await result.click();
    await expect(page.locator("details.spoiler [data-tone], details.spoiler svg").first()).toBeVisible();
  });
});

test("an older browser is told what it lacks, in one sentence, and keeps the page", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "structuredClone"));
  await page.goto(LESSON);
  await expect(page.getByText("This browser lacks structuredClone")).toBeVisible();
  await expect(page.locator("[data-cell]").first()).toContainText("nn.Linear");
  await expect(page.getByRole("button", { name: "Run all" })).toBeHidden();
});

test("a lesson has what a search engine reads", async ({ page }) => {
  await page.goto(LESSON);
  await expect(page).toHaveTitle(/PyTorch/);
  const content = (selector: string, attribute = "content") =>
    page.locator(selector).first().getAttribute(attribute);
  expect((await content('meta[name="description"]'))?.length).toBeGreaterThan(60);
  expect(await content('link[rel="canonical"]', "href")).toContain(LESSON);
  const share = await page.request.get(new URL((await content('meta[property="og:image"]')) ?? "").pathname);
  expect(share.headers()["content-type"]).toBe("image/png");
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  expect(sitemap).toContain(LESSON);
});

test("every cell has an anchor that leads to it", async ({ page }) => {
  await page.goto(`${LESSON}#cell-unfold`);
  await expect(page.locator("#cell-unfold")).toBeInViewport();
});

test("a cell's figure in the first view is drawn for the width that it has", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLesson(page);
  const figure = page.locator(".baked-narrow svg").first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toBeVisible();
  await expect(page.locator(".baked-wide svg").first()).toBeHidden();
});
