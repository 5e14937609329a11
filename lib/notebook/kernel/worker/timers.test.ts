import { expect, it } from "vitest";
import { installTimers } from "./timers";

/** A scope whose timers fire when the test says so. */
function clockwork() {
  const waiting = new Map<number, () => void>();
  let handles = 0;
  const start = (work: () => void) => {
    waiting.set(++handles, work);
    return handles;
  };
  const scope = {
    setTimeout: start,
    setInterval: start,
    clearTimeout: (handle: number) => waiting.delete(handle),
    clearInterval: (handle: number) => waiting.delete(handle),
  } as unknown as typeof globalThis;
  const timers = installTimers(scope);
  const fire = () => {
    for (const work of [...waiting.values()]) work();
  };
  return { scope, timers, waiting, fire };
}

it("calls back with what it was given while the run goes on", () => {
  const { scope, fire } = clockwork();
  const heard: unknown[] = [];
  scope.setTimeout((...given: unknown[]) => heard.push(...given), 1, "a", "b");
  fire();
  expect(heard).toEqual(["a", "b"]);
});

it("calls nothing back once the run has ended, and an interval ends itself", () => {
  const { scope, timers, waiting, fire } = clockwork();
  const heard: string[] = [];
  scope.setTimeout(() => heard.push("timeout"), 1);
  scope.setInterval(() => heard.push("interval"), 1);
  timers.clear();
  scope.setTimeout(() => heard.push("next run"), 1);
  fire();
  expect(heard).toEqual(["next run"]);
  fire();
  expect(waiting.size).toBeLessThanOrEqual(1);
});

it("refuses text as a callback, and says so", () => {
  const { scope } = clockwork();
  expect(() => scope.setTimeout("alert(1)" as never)).toThrow(
    "setTimeout: the first argument is a function, got string.",
  );
});
