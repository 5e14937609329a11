/** Timers of a cell end with its run: what goes on afterwards would change a state that the page shows as settled. */
export type Timers = { clear(): void };

/** Replaces the realm's timers by ones that can be cleared together. Text as a callback is refused. */
export function installTimers(scope: typeof globalThis): Timers {
  const handles = new Set<ReturnType<typeof setTimeout>>();
  const { setTimeout: start, setInterval: repeat, clearTimeout: stop } = scope;
  const install = (name: "setTimeout" | "setInterval", begin: typeof setTimeout | typeof setInterval) => {
    const timer = (work: unknown, milliseconds = 0, ...given: unknown[]) => {
      if (typeof work !== "function")
        throw new TypeError(`${name}: the first argument is a function, got ${typeof work}.`);
      const handle = begin.call(
        scope,
        () => {
          if (name === "setTimeout") handles.delete(handle);
          work(...given);
        },
        milliseconds,
      ) as ReturnType<typeof setTimeout>;
      handles.add(handle);
      return handle;
    };
    Object.defineProperty(scope, name, { value: timer, writable: true, configurable: true });
  };
  install("setTimeout", start);
  install("setInterval", repeat);
  return {
    clear() {
      for (const handle of handles) stop.call(scope, handle);
      handles.clear();
    },
  };
}
