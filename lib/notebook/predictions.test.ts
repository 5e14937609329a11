import { describe, expect, test } from "vitest";
import { Predictions } from "./predictions";

const KEY = "fan-in.predictions.04";

/** The part of a browser's storage that predictions use. */
function storageOf(entries: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  } as Storage;
}

describe("predictions", () => {
  test("a cell waits for its prediction until it is locked or skipped", () => {
    const predictions = new Predictions({ storage: () => undefined });
    const takeBack = predictions.declare("04", { id: "ratio", before: "sweep" });
    expect(predictions.isOpenBefore("04", "sweep")).toBe(true);
    expect(predictions.isOpenBefore("04", "bias")).toBe(false);
    predictions.skip("04", "ratio");
    expect(predictions.isOpenBefore("04", "sweep")).toBe(false);
    predictions.forget("04", "ratio");
    expect(predictions.isOpenBefore("04", "sweep")).toBe(true);
    takeBack();
    expect(predictions.isOpenBefore("04", "sweep")).toBe(false);
  });

  test("a prediction is made once, and survives a reload with what was seen", () => {
    const storage = storageOf();
    const before = new Predictions({ storage: () => storage });
    before.lock("04", "ratio", "2.5");
    before.lock("04", "ratio", "2.449");
    before.see("04", "ratio");
    const after = new Predictions({ storage: () => storage });
    expect(after.get("04", "ratio")).toEqual({ value: "2.5", seen: true });
  });

  test("the answer is the same object until it changes", () => {
    const predictions = new Predictions({ storage: () => storageOf() });
    predictions.lock("04", "ratio", "2");
    const first = predictions.get("04", "ratio");
    predictions.lock("04", "other", "1");
    expect(predictions.get("04", "ratio")).toBe(first);
  });

  test("a record of another shape, or half a record, counts as none", () => {
    for (const text of [
      '{"schema":2,"answers":{}}',
      '{"schema":1,"answers":{"ratio":5}}',
      '{"schem',
      "null",
    ]) {
      const predictions = new Predictions({ storage: () => storageOf({ [KEY]: text }) });
      expect(predictions.get("04", "ratio")).toBeUndefined();
    }
  });

  test("a full storage loses nothing on the page", () => {
    const full = {
      ...storageOf(),
      setItem() {
        throw new DOMException("full", "QuotaExceededError");
      },
    } as Storage;
    const predictions = new Predictions({ storage: () => full });
    let heard = 0;
    predictions.subscribe(() => heard++);
    predictions.lock("04", "ratio", "2");
    expect(predictions.get("04", "ratio")?.value).toBe("2");
    expect(heard).toBe(1);
  });
});
