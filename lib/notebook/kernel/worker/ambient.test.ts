import { createContext, runInContext } from "node:vm";
import { expect, it } from "vitest";
import { installAmbient } from "./ambient";

/** A realm of its own, with a clock that the test turns. */
function realm() {
  const context = createContext({});
  const scope = runInContext("globalThis", context) as typeof globalThis;
  let now = 0;
  Object.defineProperty(scope, "performance", {
    value: { timeOrigin: 1_700_000_000_000, now: () => (now += 7.5) },
    configurable: true,
  });
  const ambient = installAmbient(scope);
  return { ambient, run: (code: string) => runInContext(code, context) };
}

const READ =
  "[Math.random(), Date.now(), performance.now(), +new Date(), new Date(5).getTime(), Math.random()].join()";

it("answers in a replay what it answered in the run", () => {
  const live = realm();
  live.ambient.begin({ random: 7, start: 1_700_000_000_000, clock: [] }, false);
  const said = live.run(READ);
  const clock = live.ambient.readings();
  expect(clock).toHaveLength(3);
  const again = realm();
  again.run("Date.now()");
  again.ambient.begin({ random: 7, start: 1_700_000_000_000, clock }, true);
  expect(again.run(READ)).toBe(said);
});

it("goes on in steps of a millisecond where a replay reads more than the run did", () => {
  const { ambient, run } = realm();
  ambient.begin({ random: 1, start: 1000, clock: [1000.5] }, true);
  expect(run("[Date.now(), Date.now(), performance.now()].join()")).toBe("1000,1001,2.5");
});

it("keeps at most ten thousand readings, and a replay agrees beyond them", () => {
  const loop = "let last; for (let i = 0; i < 12_000; i++) last = performance.now(); last";
  const live = realm();
  live.ambient.begin({ random: 1, start: 0, clock: [] }, false);
  const said = live.run(`(() => { ${loop.replace("; last", "; return last")} })()`);
  const clock = live.ambient.readings();
  expect(clock).toHaveLength(10_000);
  const again = realm();
  again.ambient.begin({ random: 1, start: 0, clock }, true);
  expect(again.run(`(() => { ${loop.replace("; last", "; return last")} })()`)).toBe(said);
});

it("is a Date like any other, with no real clock behind it", () => {
  const { ambient, run } = realm();
  ambient.begin({ random: 1, start: 0, clock: [86_400_000] }, true);
  expect(run("typeof Date()")).toBe("string");
  expect(run("new Date() instanceof Date && new (class A extends Date {})(3) instanceof Date")).toBe(true);
  expect(run("[Date.name, Date.length, Date.UTC(1970, 0, 1), new Date(3).constructor === Date].join()")).toBe(
    "Date,7,0,true",
  );
  expect(run("Object.getPrototypeOf(Date) === Function.prototype")).toBe(true);
  expect(run("Date.prototype.constructor.now() < 1e9")).toBe(true);
});

it("takes the run's time where a date format is given none", () => {
  const { ambient, run } = realm();
  ambient.begin({ random: 1, start: 0, clock: [86_400_000 * 365, 86_400_000 * 730] }, true);
  expect(run("new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'UTC' }).format()")).toBe("1971");
  expect(
    run("new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'UTC' }).formatToParts()[0].value"),
  ).toBe("1972");
  expect(run("new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'UTC' }).format(0)")).toBe("1970");
});
