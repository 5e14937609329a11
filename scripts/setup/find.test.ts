import { describe, expect, it } from "vitest";
import { findChromium, findPyTorch, findWebKit, type Machine } from "./find";

function machine(files: string[], extra: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: "/usr/local/bin:/usr/bin" },
    home: "/home/me",
    isExecutable: (file) => files.includes(file),
    list: () => [],
    succeeds: () => false,
    ...extra,
  };
}

describe("findChromium", () => {
  it("prefers what CHROME_PATH names, if it can be run", () => {
    const env = { PATH: "/usr/bin", CHROME_PATH: "/opt/chrome" };
    expect(findChromium(machine(["/opt/chrome", "/usr/bin/chromium"], { env }))).toBe("/opt/chrome");
    expect(findChromium(machine(["/usr/bin/chromium"], { env }))).toBe("/usr/bin/chromium");
  });

  it("takes Chrome, or Playwright's download, where there is no Chromium", () => {
    expect(findChromium(machine(["/usr/bin/google-chrome"]))).toBe("/usr/bin/google-chrome");
    const download = "/home/me/.cache/ms-playwright/chromium-1200/chrome-linux/chrome";
    expect(findChromium(machine([download], { list: () => ["ffmpeg-1", "chromium-1200"] }))).toBe(download);
  });

  it("finds nothing where there is nothing, also without a PATH", () => {
    expect(findChromium(machine([]))).toBeUndefined();
    expect(findChromium(machine([], { env: {} }))).toBeUndefined();
  });
});

describe("findPyTorch", () => {
  it("takes the first Python that can import torch, not just any Python", () => {
    const succeeds = (command: string) => command === "/usr/local/bin/python3";
    expect(findPyTorch(machine(["/usr/bin/python3", "/usr/local/bin/python3"], { succeeds }))).toBe(
      "/usr/local/bin/python3",
    );
    expect(findPyTorch(machine(["/usr/bin/python3"]))).toBeUndefined();
  });
});

describe("findWebKit", () => {
  it("needs a display beside the driver: WebKitGTK has no headless mode", () => {
    expect(findWebKit(machine(["/usr/bin/WebKitWebDriver"]))).toBeUndefined();
    expect(findWebKit(machine(["/usr/bin/WebKitWebDriver", "/usr/bin/xvfb-run"]))).toBe(
      "/usr/bin/WebKitWebDriver",
    );
    expect(findWebKit(machine(["/usr/bin/WebKitWebDriver"], { env: { DISPLAY: ":0" } }))).toBe(
      "/usr/bin/WebKitWebDriver",
    );
  });
});
