/** Timers of a cell end with its run: what goes on afterwards would change a state that the page shows as settled. */
export type Timers = { clear(): void };

/** Replaces the realm's timers by ones that all end together. Text as a callback is refused. */
export function installTimers(scope: typeof globalThis): Timers {
  /** Rises with every run: a timer of an older one does nothing any more. No list is kept that a cell could break. */
  let run = 0;
  const stop = scope.clearInterval.bind(scope);
  const install = (name: "setTimeout" | "setInterval") => {
    const begin = scope[name].bind(scope) as (work: () => void, milliseconds: number) => number;
    const timer = (work: unknown, milliseconds = 0, ...given: unknown[]) => {
      if (typeof work !== "function")
        throw new TypeError(`${name}: the first argument is a function, got ${typeof work}.`);
      const mine = run;
      const handle = begin(() => {
        if (mine === run) work(...given);
        else stop(handle);
      }, milliseconds);
      return handle;
    };
    Object.defineProperty(scope, name, { value: timer, writable: true, configurable: true });
  };
  install("setTimeout");
  install("setInterval");
  return {
    clear() {
      run++;
    },
  };
}
