import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    testTimeout: 30_000, // a busy machine with two cores, not a slow test
    projects: [
      {
        extends: true,
        test: {
          name: "units",
          include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"],
          setupFiles: ["lib/torch/tensor/poison.ts"],
        },
      },
      { extends: true, test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "webkit",
          include: ["tests/webkit/**/*.test.ts"],
          hookTimeout: 600_000,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "jupyter",
          include: ["tests/jupyter/**/*.test.ts"],
          hookTimeout: 600_000,
          testTimeout: 600_000,
        },
      },
      { extends: true, test: { name: "lessons", include: ["tests/lessons/**/*.test.ts"] } },
    ],
  },
});
