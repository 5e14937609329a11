import { describe, expect, it } from "vitest";
import type { Contender, Sample } from "./contender";
import { compare } from "./measure";

const work = { name: "step", what: "a step" };

/** A contender that writes its turns down and takes the milliseconds that it is told, the last again and again. */
function contender(name: string, log: string[], ...samples: Sample[]): Contender {
  return {
    name,
    host: "Node",
    async sample() {
      log.push(name);
      const next = samples.length > 1 ? samples.shift() : samples[0];
      return next ?? { none: "nothing left" };
    },
    close: async () => {},
  };
}

describe("samples of the engine's bench", () => {
  it("each stand right beside one of PyTorch's, and a ratio is of those two", async () => {
    const log: string[] = [];
    const native = contender("PyTorch", log, { ms: 10 }, { ms: 30 });
    const contenders = [
      contender("a", log, { ms: 5 }, { ms: 5 }),
      contender("b", log, { ms: 20 }, { ms: 10 }),
    ];
    const [a, b] = await compare(work, { contenders, native, rounds: 2 });
    expect(log.join(" ")).toBe("a PyTorch b a PyTorch b");
    expect(a?.times).toEqual({ min: 2, median: 4, max: 6 });
    expect(b?.times).toEqual({ min: 0.5, median: 1.75, max: 3 });
    expect(b?.measured).toEqual({ min: 10, median: 15, max: 20 });
  });

  it("that one contender can't give cost no other its own", async () => {
    const log: string[] = [];
    const dead: Contender = {
      ...contender("a", log),
      sample: () => Promise.reject(new Error("it died\nhere")),
    };
    const alive = contender("b", log, { ms: 4 });
    const [a, b] = await compare(work, { contenders: [dead, alive], native: undefined, rounds: 3 });
    expect(a?.none).toBe("it died");
    expect(a?.measured).toBeUndefined();
    expect(b?.measured).toEqual({ min: 4, median: 4, max: 4 });
    expect(b?.times).toBeUndefined();
  });
});
