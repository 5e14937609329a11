import { describe, expect, it } from "vitest";
import torch, { nn, type Tensor } from "..";

const { abs } = Math;

/** Every finite positive value of a format, in order. */
function valuesOf(digits: number, smallestExponent: number, largestExponent: number): number[] {
  const steps = 2 ** (digits - 1);
  const subnormal = Array.from({ length: steps }, (_, i) => i * 2 ** (smallestExponent - digits + 1));
  const normal = Array.from({ length: largestExponent - smallestExponent + 1 }, (_, e) =>
    Array.from({ length: steps }, (_, i) => (steps + i) * 2 ** (smallestExponent + e - digits + 1)),
  ).flat();
  return [...subnormal, ...normal];
}

const FORMATS = [
  ["float16", torch.float16, valuesOf(11, -14, 15)],
  ["bfloat16", torch.bfloat16, valuesOf(8, -126, 127)],
] as const;

function rounded(values: readonly number[], dtype: torch.DType): number[] {
  return torch.tensor(new Float64Array(values)).to(dtype).tolist() as number[];
}

describe.each(FORMATS)("%s", (_, dtype, values) => {
  it("keeps every value that it has, with its sign", () => {
    expect(rounded(values, dtype)).toEqual([...values]);
    const negative = values.map((value) => -value);
    expect(rounded(negative, dtype).every((value, i) => Object.is(value, negative[i]))).toBe(true);
  });

  it("rounds what lies between two of them to the nearer, and the middle to the even one", () => {
    const pairs = values.slice(1).map((high, i) => [values[i]!, high] as const);
    const middles = pairs.map(([low, high]) => low / 2 + high / 2);
    // The even one of two neighbours has the even number, counted from 0.
    const even = pairs.map((pair, i) => pair[i % 2]!);
    expect(rounded(middles, dtype)).toEqual(even);
    // A float32 next to the middle goes to its own side, where float32 has more digits than that.
    const wide = pairs.filter(([low]) => low > 2 ** -125);
    const middleOf = ([low, high]: readonly [number, number]) => low + (high - low) / 2;
    const ulp = 2 ** -22;
    expect(
      rounded(
        wide.map((pair) => middleOf(pair) * (1 - ulp)),
        dtype,
      ),
    ).toEqual(wide.map(([low]) => low));
    expect(
      rounded(
        wide.map((pair) => middleOf(pair) * (1 + ulp)),
        dtype,
      ),
    ).toEqual(wide.map(([, high]) => high));
  });

  it("holds no other value after any way of writing to it", () => {
    const fits = (tensor: Tensor) => torch.equal(tensor, tensor.to(torch.float32).to(dtype));
    const x = torch.zeros(3, 4, { dtype });
    x.at(1).add_(0.1);
    x.set([0, 2], 1 / 3);
    x.t()
      .select(0, 3)
      .copy_(torch.full([3], 0.7));
    const weight = new nn.Linear(4, 3).to(dtype).weight;
    weight.mul(0.3).sum().backward();
    for (const tensor of [x, x.div(3), torch.cat([x, x]).t(), weight.detach(), weight.grad!]) {
      expect(tensor.dtype).toBe(dtype);
      expect(fits(tensor)).toBe(true);
    }
    expect(x.at(1, 0).item()).toBe(rounded([0.1], dtype)[0]);
    expect(abs(x.at(0, 2).item() - 1 / 3)).toBeGreaterThan(1e-6);
  });

  it("comes out as a Float32Array, which has all its values", () => {
    expect(torch.ones(2, { dtype }).toTypedArray()).toBeInstanceOf(Float32Array);
    expect(dtype.itemsize).toBe(2);
  });

  it("refuses what PyTorch's processor refuses, and names the way out", () => {
    const refused = () => torch.ones(2, 2, { dtype }).prod();
    expect(refused).toThrow(`"prod_cpu" not implemented for '${dtype.scalarName}'`);
    expect(refused).toThrow("convert first: x.to(torch.float32)");
  });
});

it("integer dtypes other than int64 say that they are not part of this engine", () => {
  for (const name of ["int32", "int16", "int8", "uint8"]) {
    expect(() => Reflect.get(torch, name)).toThrow(`torch.${name} is not part of this engine`);
  }
});
