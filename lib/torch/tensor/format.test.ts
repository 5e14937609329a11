import { describe, expect, it } from "vitest";
import golden from "@/tests/golden/print.json";
import { formatTensor, type PrintedDtype, type PrintOptions, type TensorView } from "./format";

type GoldenCase = (typeof golden.cases)[number];

/** How many bytes a value has and how it is read. */
const READERS: Record<
  PrintedDtype,
  [size: number, read: (data: DataView, at: number) => number | bigint | boolean]
> = {
  float64: [8, (data, at) => data.getFloat64(at, true)],
  float32: [4, (data, at) => data.getFloat32(at, true)],
  float16: [2, (data, at) => fromHalf(data.getUint16(at, true))],
  bfloat16: [2, (data, at) => fromBits32(data.getUint16(at, true) * 65536)],
  int64: [8, (data, at) => data.getBigInt64(at, true)],
  int32: [4, (data, at) => data.getInt32(at, true)],
  int16: [2, (data, at) => data.getInt16(at, true)],
  int8: [1, (data, at) => data.getInt8(at)],
  uint8: [1, (data, at) => data.getUint8(at)],
  bool: [1, (data, at) => data.getUint8(at) !== 0],
};

function fromBits32(bits: number): number {
  return new Float32Array(new Uint32Array([bits]).buffer)[0]!;
}

function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

function toView({ dtype, shape, bytes }: GoldenCase): TensorView {
  const data = new DataView(
    Uint8Array.from(bytes.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer,
  );
  const [size, read] = READERS[dtype as PrintedDtype];
  return { dtype: dtype as PrintedDtype, shape, get: (index) => read(data, index * size) };
}

function toOptions({ options, suffixes, default: defaultDtype }: GoldenCase): PrintOptions {
  const { threshold, ...others } = options as PrintOptions & { threshold?: number | null };
  const asked: PrintOptions = { ...others, suffixes, defaultDtype: defaultDtype as PrintedDtype };
  // JSON has no infinity: a threshold of null stands for it.
  return threshold === undefined ? asked : { ...asked, threshold: threshold ?? Number.POSITIVE_INFINITY };
}

describe("formatTensor writes what PyTorch prints for", () => {
  it.each(golden.cases.map((each, index) => [index, each.name, each] as const))(
    "case %i, %s",
    (_, __, each) => {
      expect(formatTensor(toView(each), toOptions(each))).toBe(each.text);
    },
  );

  it("a view that int64 numbers come from as numbers", () => {
    expect(formatTensor({ dtype: "int64", shape: [2], get: (index) => [-1, 20][index]! })).toBe(
      "tensor([-1, 20])",
    );
  });

  it("a hundred million values, of which it reads only those shown", () => {
    let reads = 0;
    const view: TensorView = { dtype: "float32", shape: [10_000, 10_000], get: () => ++reads };
    expect(formatTensor(view).split("\n")).toHaveLength(7);
    expect(reads).toBeLessThan(100);
  });
});
