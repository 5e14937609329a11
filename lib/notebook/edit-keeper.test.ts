import { describe, expect, it } from "vitest";
import { createEditKeeper } from "./edit-keeper";
import { rescueBox } from "./rescue";
import type { EditStore, StoredEdit } from "./storage";

/** A browser that outlives its pages: a store, a `localStorage`, and a clock. */
function browser() {
  const records = new Map<string, StoredEdit>();
  const local = new Map<string, string>();
  const storage = {
    getItem: (key: string) => local.get(key) ?? null,
    setItem: (key: string, text: string) => void local.set(key, text),
    removeItem: (key: string) => void local.delete(key),
  } as Storage;
  let time = 0;
  const isFull = { store: false };
  const told: string[] = [];
  /** Saves that wait for the test; undefined while they need not. */
  let gate: Promise<void> | undefined;
  const store: EditStore = {
    load: async () => new Map(records),
    async save(cell, edit) {
      await gate;
      if (isFull.store) throw new Error("QuotaExceededError");
      records.set(cell, edit);
    },
    remove: async (cell) => void records.delete(cell),
  };
  const page = (openStore: () => Promise<EditStore> = async () => store) =>
    createEditKeeper({
      openStore,
      box: rescueBox("lesson", storage),
      tell: (problem) => told.push(problem),
      now: () => ++time,
    });
  const hold = () => {
    let release = () => {};
    gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  return { page, store, records, local, told, isFull, hold };
}

const never = () => new Promise<EditStore>(() => {});

describe("an edit", () => {
  it("is there at the next visit", async () => {
    const { page } = browser();
    const first = page();
    await first.open();
    first.keep("a", "mine");
    await first.flush();
    expect(await page().open()).toEqual(new Map([["a", "mine"]]));
  });

  it("is rescued when the page closes before the store has opened", async () => {
    const { page, records, local } = browser();
    const first = page(never);
    void first.open();
    first.keep("a", "typed early");
    first.rescue();
    const second = page();
    expect(await second.open()).toEqual(new Map([["a", "typed early"]]));
    await second.flush();
    expect(records.get("a")?.source).toBe("typed early");
    expect(local.size).toBe(0);
  });

  it("typed while the store opens is saved, and not replaced by what was stored", async () => {
    const { page, records } = browser();
    records.set("a", { source: "older", savedAt: 0 });
    const second = page();
    const opened = second.open();
    second.keep("a", "newer");
    expect(await opened).toEqual(new Map());
    await second.flush();
    expect(records.get("a")?.source).toBe("newer");
  });

  it("taken back while the store opens stays taken back", async () => {
    const { page, records } = browser();
    records.set("a", { source: "older", savedAt: 0 });
    const second = page();
    const opened = second.open();
    second.keep("a", "x");
    second.keep("a", undefined);
    expect(await opened).toEqual(new Map());
    await second.flush();
    expect(records.size).toBe(0);
  });

  it("taken back while another is being written is not written afterwards", async () => {
    const { page, records, hold } = browser();
    const keeper = page();
    await keeper.open();
    keeper.keep("a", "first");
    keeper.keep("b", "second");
    const release = hold();
    const written = keeper.flush();
    keeper.keep("b", undefined);
    release();
    await written;
    await keeper.flush();
    expect([...records.keys()]).toEqual(["a"]);
  });

  it("that was rescued never replaces one that was saved later", async () => {
    const { page } = browser();
    const first = page();
    await first.open();
    first.keep("a", "old word");
    first.rescue(); // Hidden, then shown again.
    first.keep("a", "the whole sentence");
    const other = page(never);
    other.keep("b", "of another tab");
    other.rescue();
    await first.flush();
    expect(await page().open()).toEqual(
      new Map([
        ["a", "the whole sentence"],
        ["b", "of another tab"],
      ]),
    );
  });

  it("taken back in a page that closes at once is forgotten at the next visit", async () => {
    const { page, records } = browser();
    records.set("a", { source: "mine", savedAt: 0 });
    const first = page();
    await first.open();
    first.keep("a", undefined);
    first.rescue();
    const second = page();
    expect(await second.open()).toEqual(new Map());
    await second.flush();
    expect(records.size).toBe(0);
  });

  it("that cannot be saved is told, kept, and rescued", async () => {
    const { page, told, isFull, records } = browser();
    const keeper = page();
    await keeper.open();
    isFull.store = true;
    keeper.keep("a", "mine");
    await keeper.flush();
    expect(told).toEqual([expect.stringContaining("would not save your last edit")]);
    keeper.rescue();
    isFull.store = false;
    const next = page();
    await next.open();
    await next.flush();
    expect(records.get("a")?.source).toBe("mine");
  });

  it("is taken from the box even where there is no store", async () => {
    const { page, told } = browser();
    const refused = async () => {
      throw new Error("InvalidStateError");
    };
    const first = page(refused);
    await first.open();
    expect(told).toHaveLength(1);
    first.keep("a", "mine");
    first.rescue();
    expect(await page(refused).open()).toEqual(new Map([["a", "mine"]]));
  });
});

it("a box throws nothing, whatever stands in it and whatever refuses it", () => {
  const refusing = new Proxy({} as Storage, {
    get: () => () => {
      throw new Error("SecurityError");
    },
  });
  for (const storage of [undefined, refusing]) {
    const box = rescueBox("lesson", storage);
    box.put({ a: { source: "x", at: 1 } });
    box.drop(["a"]);
    expect(box.read()).toEqual({});
  }
  const broken = { getItem: () => '{"a":{"source":', setItem: () => {} } as unknown as Storage;
  expect(rescueBox("lesson", broken).read()).toEqual({});
});
