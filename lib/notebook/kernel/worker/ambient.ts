/**
 * `Math.random`, `Date` and `performance.now` as values of a run: the first run records what they answered, a replay answers the same,
 * so that the state after a Stop is the state before it.
 */
import type { Ambient } from "../protocol";

/** Readings kept a run; later ones advance by 1 ms each, live and in a replay alike. */
const READINGS = 10_000;

export type AmbientSource = {
  begin(ambient: Ambient, replay: boolean): void;
  readings(): number[];
};

/** A 32-bit mix of a counter, 53 bits a value: any good small generator would do; what matters is that a replay draws the same. */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) * 2 ** -53;
}

/** A format given no date takes the time; ours, then. */
function installFormats(prototype: Intl.DateTimeFormat, now: () => number): void {
  const { apply } = Reflect;
  const format = Object.getOwnPropertyDescriptor(prototype, "format")?.get;
  const { formatToParts } = prototype;
  Object.defineProperty(prototype, "format", {
    get(this: Intl.DateTimeFormat) {
      const bound: Intl.DateTimeFormat["format"] = apply(format as () => never, this, []);
      return (date?: Date | number) => bound(date === undefined ? now() : date);
    },
  });
  Object.defineProperty(prototype, "formatToParts", {
    value(this: Intl.DateTimeFormat, date?: Date | number) {
      return apply(formatToParts, this, [date === undefined ? now() : date]);
    },
  });
}

/** Replaces the realm's `Math.random`, `Date` and `performance` by ones that a run can record and replay. */
export function installAmbient(scope: typeof globalThis): AmbientSource {
  const RealDate = scope.Date;
  const { timeOrigin } = scope.performance;
  const sinceOrigin = scope.performance.now.bind(scope.performance);
  const realNow = () => timeOrigin + sinceOrigin();
  let random = randomSource(0);
  let clock: number[] = [];
  let next = 0;
  let replaying = false;
  let start = realNow();

  const read = (): number => {
    const at = next++;
    if (at < clock.length) return clock[at] as number;
    if (replaying || at >= READINGS) return (clock[clock.length - 1] ?? start) + (at - clock.length + 1);
    const now = realNow();
    clock[at] = now;
    return now;
  };

  // A Proxy over the real one: `Date()` without `new` answers text, and no prototype leads to the clock behind it.
  const { construct } = Reflect;
  const { floor } = Math;
  Object.defineProperty(RealDate, "now", {
    value: { now: () => floor(read()) }.now,
    writable: true,
    configurable: true,
  });
  const date = new Proxy(RealDate, {
    apply: () => new RealDate(floor(read())).toString(),
    construct: (target, given, made) => construct(target, given.length ? given : [floor(read())], made),
  });
  RealDate.prototype.constructor = date;
  Object.defineProperty(scope, "Date", { value: date, writable: true, configurable: true });
  installFormats(scope.Intl.DateTimeFormat.prototype, () => floor(read()));
  // The one other clock of the language, where it is there already.
  const { Temporal } = scope as { Temporal?: object };
  if (Temporal) Reflect.deleteProperty(Temporal, "Now");
  Object.defineProperty(scope, "performance", {
    value: Object.freeze({ now: () => read() - start, timeOrigin: 0 }),
    writable: true,
    configurable: true,
  });
  Object.defineProperty(scope.Math, "random", { value: () => random(), writable: true, configurable: true });

  return {
    begin(ambient, replay) {
      random = randomSource(ambient.random);
      replaying = replay;
      clock = replay ? ambient.clock : [];
      next = 0;
      start = ambient.start;
    },
    readings: () => clock.slice(0, READINGS),
  };
}
