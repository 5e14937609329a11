import { describe, expect, it } from "vitest";
import torch, { Generator, generatorState } from "..";

describe("Generator", () => {
  it("tells by its digest whether it was moved, also by a kept normal alone", () => {
    torch.manual_seed(3);
    const before = generatorState();
    expect(generatorState()).toEqual(before);
    torch.randn(1);
    const afterOne = generatorState();
    expect(afterOne).not.toEqual(before);
    torch.randn(1);
    const afterTwo = generatorState();
    expect(afterTwo.draws).toBe(afterOne.draws);
    expect(afterTwo).not.toEqual(afterOne);
    torch.manual_seed(3);
    expect(generatorState()).toEqual(before);
  });

  it("gives equal digests for equal seeds only", () => {
    const digest = (seed: number | bigint) => new Generator().manual_seed(seed).digest();
    expect(digest(1)).toEqual(digest(1n));
    expect(digest(-1)).toEqual(digest(2n ** 64n - 1n));
    expect(digest(0)).not.toEqual(digest(1));
  });

  it("continues from a state, wherever in the block of 624 words it was taken", () => {
    for (const skip of [0, 1, 623, 624, 625, 2000]) {
      const generator = new Generator().manual_seed(8);
      torch.rand(skip, { generator });
      torch.randn(1, { generator });
      const state = generator.get_state();
      const first = torch.randn(20, { generator });
      const other = new Generator().set_state(state);
      expect(torch.randn(20, { generator: other }).equal(first)).toBe(true);
      generator.set_state(state);
      expect(torch.randn(20, { generator }).equal(first)).toBe(true);
    }
  });

  it("takes part in every call that draws", () => {
    const generator = new Generator().manual_seed(1);
    torch.manual_seed(0);
    const before = generatorState();
    const weight = torch.empty(4, 4);
    torch.rand(2, { generator });
    torch.randn(2, { generator });
    torch.randint(5, [2], { generator });
    torch.randperm(5, { generator });
    weight.uniform_({ generator });
    weight.normal_({ generator });
    torch.nn.init.uniform_(weight, 0, 1, { generator });
    torch.nn.init.normal_(weight, { generator });
    torch.nn.init.xavier_uniform_(weight, { generator });
    torch.nn.init.xavier_normal_(weight, { generator });
    torch.nn.init.kaiming_uniform_(weight, { generator });
    torch.nn.init.kaiming_normal_(weight, { generator });
    expect(generatorState()).toEqual(before);
    expect(generator.digest().draws).toBeGreaterThan(100);
  });

  it("an initialiser with a generator draws what the default one would", () => {
    torch.manual_seed(5);
    const expected = torch.nn.init.kaiming_normal_(torch.empty(5, 7), { nonlinearity: "relu" });
    const generator = new Generator().manual_seed(5);
    const drawn = torch.nn.init.kaiming_normal_(torch.empty(5, 7), { nonlinearity: "relu", generator });
    expect(drawn.equal(expected)).toBe(true);
  });

  it("chooses a seed of its own below 2^53, and starts from it", () => {
    const generator = new Generator();
    const seed = generator.seed();
    expect(seed).toBeLessThan(2 ** 53);
    expect(generator.initial_seed()).toBe(seed);
    const again = new Generator().manual_seed(seed);
    expect(torch.rand(3, { generator }).equal(torch.rand(3, { generator: again }))).toBe(true);
    expect(String(generator.device)).toBe("cpu");
  });

  it("knows a stream that came back from a state, and one that came from bytes alone", () => {
    const generator = new Generator().manual_seed(4);
    torch.rand(700, { generator });
    const [state, digest] = [generator.get_state(), generator.digest()];
    torch.rand(1, { generator });
    expect(generator.set_state(state).digest()).toEqual(digest);
    const drawn = torch.rand(5, { generator });
    const other = new Generator().set_state(state.slice());
    expect(torch.rand(5, { generator: other }).equal(drawn)).toBe(true);
  });

  it("refuses what is no state, in PyTorch's words", () => {
    const generator = new Generator();
    expect(() => generator.set_state([1, 2] as never)).toThrow("RNG state must be a torch.ByteTensor");
    expect(() => generator.set_state(new Uint8Array(3))).toThrow("found the input RNG state size to be 3");
    expect(() => generator.set_state(new Uint8Array(5056))).toThrow("Invalid mt19937 state");
    expect(() => new Generator("cuda" as never)).toThrow("Device type CUDA is not supported");
  });

  it("refuses what is no seed and no generator, and says what to write", () => {
    expect(() => torch.manual_seed(2n ** 64n)).toThrow("Overflow when unpacking long");
    expect(() => torch.manual_seed(Number.NaN)).toThrow("whole number");
    // @ts-expect-error A seed is no generator.
    expect(() => torch.rand(2, { generator: 5 })).toThrow("must be torch.Generator");
  });
});
