import { describe, expect, it } from "vitest";
import torch, { type Tensor } from "..";

describe("a tensor in JavaScript's own expressions", () => {
  const several = torch.tensor([1.5, 2]);
  const one = torch.tensor(2);

  it("is its value if it has one, and never a bare NaN", () => {
    expect((one as unknown as number) * 3).toBe(6);
    expect((one as unknown as number) < 3).toBe(true);
    for (const expression of [
      (x: number) => x * 2,
      (x: number) => x + 1,
      (x: number) => x < 1,
      (x: number) => -x,
      (x: number) => Math.sqrt(x),
    ]) {
      expect(() => expression(several as unknown as number)).toThrow("x.mul(2)");
    }
  });

  it("is its text in a template, and its rows in a loop", () => {
    expect(`${several}`).toBe("tensor([1.5000, 2.0000])");
    expect([...torch.eye(2)].map(String)).toEqual(["tensor([1., 0.])", "tensor([0., 1.])"]);
    expect(() => [...one]).toThrow("iteration over a 0-d tensor");
  });

  it("has a plain array as shape, which cannot be changed", () => {
    expect(Array.isArray(several.shape)).toBe(true);
    expect(several.shape).toEqual([2]);
    expect(() => (several.shape as number[]).push(3)).toThrow();
  });

  it("gives numbers where int64 is safe and bigints beyond", () => {
    expect(torch.tensor([2n ** 53n - 1n]).item()).toBe(2 ** 53 - 1);
    expect(torch.tensor([2n ** 60n]).item()).toBe(2n ** 60n);
    expect(torch.tensor([1, 2]).tolist()).toEqual([1, 2]);
    expect(torch.tensor([1, 2]).toTypedArray()).toEqual(BigInt64Array.of(1n, 2n));
  });

  it("copies typed arrays in and out", () => {
    const source = Float32Array.of(1, 2.5);
    const tensor = torch.tensor(source);
    source[0] = 9;
    expect(String(tensor)).toBe("tensor([1.0000, 2.5000])");
    expect(torch.tensor([source, source]).shape).toEqual([2, 2]);
    expect(torch.tensor(Float64Array.of(1)).dtype).toBe(torch.float64);
    const copy = tensor.toTypedArray();
    copy[0] = 7 as never;
    expect(tensor.at(0).item()).toBe(1);
  });
});

describe("views", () => {
  it("share storage and version with what they look at", () => {
    const base = torch.zeros(2, 3);
    base.at(0).fill_(1);
    base.t().at(2, 1).add_(5);
    expect(base.tolist()).toEqual([
      [1, 1, 1],
      [0, 0, 5],
    ]);
    expect(base._version).toBe(2);
    expect(base.at(1)._base).toBe(base);
    expect(base.reshape(6)._base).toBe(base);
    expect(base.t().reshape(6)._base).toBeNull();
  });

  it("operate in place on what overlaps them as if it had been copied first", () => {
    const x = torch.arange(5);
    x.at(torch.slice(1, 5)).copy_(x.at(torch.slice(0, 4)));
    expect(x.tolist()).toEqual([0, 0, 1, 2, 3]);
    x.add_(x.at(torch.slice(0, 1)));
    x.mul_(x);
    expect(x.tolist()).toEqual([0, 0, 1, 4, 9]);
  });
});

describe("what is not there", () => {
  it("is named when it is read", () => {
    const read = (owner: object, name: string) => () => Reflect.get(owner, name);
    expect(read(torch, "fft")).toThrow("torch.fft is not part of this engine");
    expect(read(torch.nn, "SyncBatchNorm")).toThrow("torch.nn.SyncBatchNorm is not part of this engine");
    expect(read(torch.nn.init, "zero_")).toThrow(/module 'torch\.nn\.init' has no attribute 'zero_'.*zeros_/);
    expect(read(torch.zeros(1), "apply")).toThrow("'Tensor' object has no attribute 'apply'");
    expect(read(torch.zeros(1), "stft")).toThrow("Tensor.stft is not part of this engine");
    expect(() => torch.zeros(1).backward()).toThrow(
      "element 0 of tensors does not require grad and does not have a grad_fn",
    );
  });

  it("leaves alone what JavaScript asks of any object", async () => {
    expect(await Promise.resolve(torch)).toBe(torch);
    expect(await Promise.resolve(torch.zeros(1))).toBeDefined();
    expect(JSON.stringify({ shape: torch.zeros(2).shape })).toBe('{"shape":[2]}');
  });
});

describe("grad mode", () => {
  const weight = () => new torch.nn.Parameter(torch.ones(2));

  it("is off inside no_grad and restored afterwards, also after an error", () => {
    expect(
      torch.no_grad(() => [torch.is_grad_enabled(), torch.enable_grad(() => torch.is_grad_enabled())]),
    ).toEqual([false, true]);
    expect(() =>
      torch.no_grad(() => {
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(torch.is_grad_enabled()).toBe(true);
    expect(torch.no_grad(() => weight().mul(2)).requires_grad).toBe(false);
  });

  it("refuses a promise and a missing function, and says what to write", () => {
    expect(() => torch.no_grad(async () => 1)).toThrow("returned a promise");
    // @ts-expect-error Python's with statement has no value to hand over.
    expect(() => torch.no_grad()).toThrow("torch.no_grad(() => { … })");
  });

  it("lets a leaf be written to only while it is off", () => {
    const w = weight();
    const write = (): Tensor => w.mul_(2);
    expect(write).toThrow("a leaf Variable that requires grad is being used in an in-place operation.");
    torch.no_grad(write);
    expect(w.tolist()).toEqual([2, 2]);
    expect(w._version).toBe(1);
  });
});

describe("arguments", () => {
  it("come by position or by name, and unknown names are refused", () => {
    expect(torch.arange({ start: 1, end: 7, step: 2 }).tolist()).toEqual([1, 3, 5]);
    expect(torch.ones(2, 3).sum({ dim: 0, keepdim: true }).shape).toEqual([1, 3]);
    expect(torch.zeros({ size: [2] } as never).shape).toEqual([2]);
    // @ts-expect-error There is no such keyword.
    expect(() => torch.zeros(2, { device: "cpu" })).toThrow(
      "zeros() got an unexpected keyword argument 'device'",
    );
    // @ts-expect-error A dtype is an object.
    expect(() => torch.zeros(2, { dtype: "float32" })).toThrow(
      "argument 'dtype' must be torch.dtype, not str",
    );
  });

  it("a shape may be an array or numbers", () => {
    expect(torch.empty(2, 3).shape).toEqual(torch.empty([2, 3]).shape);
    expect(torch.empty([]).shape).toEqual([]);
    expect(() => torch.empty([2, [3]] as never)).toThrow("found element of type list at pos 2");
  });
});
