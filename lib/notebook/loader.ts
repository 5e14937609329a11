/** The engine and its kernel, fetched once, when they are about to be used. */
import type { Engine, Kernel } from "./notebook-state";

export type Loaded = { engine: Engine; kernel: Kernel };

export type Loader = {
  /** What is there already. */
  readonly kernel: Kernel | undefined;
  /** Rejects where the chunk cannot be fetched; the next call tries again. */
  load(): Promise<Loaded>;
};

export function createLoader(
  loadEngine: () => Promise<Engine>,
  createKernel: (engine: Engine) => Kernel,
): Loader {
  let fetched: Promise<Engine> | undefined;
  let kernel: Kernel | undefined;
  return {
    get kernel() {
      return kernel;
    },
    async load() {
      fetched ??= loadEngine();
      try {
        const engine = await fetched;
        kernel ??= createKernel(engine);
        return { engine, kernel };
      } catch (error) {
        fetched = undefined;
        throw error;
      }
    },
  };
}
