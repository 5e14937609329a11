import { createRequire } from "node:module";
import path from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { beforeAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const { forbidden, options } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
};

describe("the borders between folders", () => {
  let result: ICruiseResult;

  beforeAll(async () => {
    const { output } = await cruise(
      ["app", "components", "lib", "scripts", "server.ts"],
      { ...options, baseDir: root, validate: true, ruleSet: { forbidden } },
      undefined,
      { tsConfig: extractTSConfig(path.join(root, "tsconfig.json")) },
    );
    result = output as ICruiseResult;
  }, 120_000);

  it("were looked at in every folder", () => {
    const sources = result.modules.map(({ source }) => source);
    for (const folder of [
      "app/",
      "components/",
      "lib/torch/",
      "lib/plots/",
      "lib/notebook/",
      "lib/lessons/",
      "scripts/",
    ]) {
      expect(sources.filter((source) => source.startsWith(folder)).length, folder).toBeGreaterThan(0);
    }
  });

  it.each(forbidden.map(({ name }) => name ?? ""))("%s", (name) => {
    const broken = result.summary.violations.filter(({ rule }) => rule.name === name);
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});
