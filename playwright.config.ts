import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./scripts/setup/find";

// The tests drive the production server. scripts/test.ts picks a free port; by hand: `npx playwright test`.
const port = process.env.FANIN_TEST_PORT ?? "3210";
const baseURL = process.env.FANIN_TEST_URL ?? `http://127.0.0.1:${port}`;
const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 1, // the tests measure that a page stays responsive: they do not share the processor
  retries: 0,
  forbidOnly: process.env.CI === "true",
  timeout: 180_000, // a shared machine is slow, and slow is not wrong
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    viewport: { width: 1440, height: 900 },
    trace: "off", // a lesson is a large page: recording each step costs more than the step
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  ...(process.env.FANIN_TEST_URL === undefined && {
    webServer: {
      command: "exec node scripts/start.cjs",
      url: baseURL,
      env: { PORT: port, HOST: "127.0.0.1", FANIN_END_WITH_PARENT: "1" },
      timeout: 300_000,
      reuseExistingServer: false,
      gracefulShutdown: { signal: "SIGTERM", timeout: 3_000 },
    },
  }),
});
