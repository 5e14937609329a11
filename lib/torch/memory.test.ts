import { afterEach, beforeAll, describe, expect, it } from "vitest";
import torch, { allocatedBytes, setAllocationLimit, type Tensor } from ".";

const MEGABYTE = 2 ** 20;

function megabyte(): Tensor {
  return torch.zeros(512, 512);
}

describe("the memory limit", () => {
  // The tokens by which the engine sees what is gone were made in an earlier job than the one that uses them.
  beforeAll(() => new Promise((resolve) => setTimeout(resolve, 0)));
  afterEach(() => setAllocationLimit(Number.POSITIVE_INFINITY));

  it("refuses one tensor above it before it is made, and names both sizes", () => {
    setAllocationLimit(8e6);
    expect(() => torch.zeros(4000, 1000)).toThrow(/8 MB at once, and this one would make it \d+(\.\d+)? MB/);
    expect(() => torch.zeros(4000, 1000)).toThrow(expect.objectContaining({ name: "MemoryError" }));
  });

  it("refuses what is kept, and goes on once it is dropped", () => {
    setAllocationLimit(allocatedBytes() + 32 * MEGABYTE);
    let kept: Tensor[] = [];
    expect(() => {
      for (let i = 0; i < 200; i++) kept.push(megabyte());
    }).toThrow("MB at once");
    expect(kept.length).toBeGreaterThanOrEqual(31);
    expect(kept.length).toBeLessThan(40);
    kept = [];
    for (let i = 0; i < 10; i++) megabyte();
  });

  it("sees within one synchronous loop that tensors were dropped", () => {
    setAllocationLimit(allocatedBytes() + 64 * MEGABYTE);
    const kept = [megabyte()];
    for (let i = 0; i < 300; i++) kept[0] = megabyte().add(1);
    expect(kept[0]!.at(0, 0).item()).toBe(1);
  });

  it("counts views and plain numbers for nothing", () => {
    const tensor = megabyte();
    const before = allocatedBytes();
    tensor.view(-1).at(torch.slice(0, 10));
    tensor.t();
    expect(allocatedBytes()).toBe(before);
  });
});
