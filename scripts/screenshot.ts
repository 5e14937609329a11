import { chromium } from "@playwright/test";
import { findChromium } from "./setup/find";

// `npm run screenshot`: the README's picture, of a running site (SITE, or what `npm start` serves).
const site = process.env.SITE ?? "http://127.0.0.1:3000";
const executablePath = findChromium();
if (executablePath === undefined) throw new Error("screenshot: no Chromium was found. Run `npm run setup`.");

const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    deviceScaleFactor: 2,
    colorScheme: "light",
  });
  await page.goto(`${site}/lessons/04-pytorch-default`, { waitUntil: "networkidle" });
  const cell = page.locator('[data-cell="histogram"]');
  await cell.scrollIntoViewIfNeeded();
  await page.evaluate(() => document.fonts.ready);
  await cell.evaluate((element) =>
    scrollTo({ top: element.getBoundingClientRect().top + scrollY - 140, behavior: "instant" }),
  );
  await page.screenshot({ path: "docs/screenshot.png", animations: "disabled" });
  console.log("screenshot: docs/screenshot.png");
} finally {
  await browser.close();
}
