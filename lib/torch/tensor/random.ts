import { bindArguments, checkKeywords } from "../arguments";
import { RuntimeError } from "../errors";
import { boundsForFloat, type Generator, integerSource, permutation, toGenerator } from "../random";
import { copyOf } from "./convert";
import { type DType, float32, int64 } from "./dtype";
import { alike, type FactoryOptions, finish, type ShapeAndOptions, splitShape } from "./factories";
import { makeTensor } from "./make";
import { toSizes } from "./size";
import { emptyStrided, fromData } from "./strided";
import type { Tensor } from "./tensor";

/** Keywords of the functions that make a random tensor. */
export type RandomOptions = FactoryOptions & { generator?: Generator | null };

const KEYWORDS = ["dtype", "requires_grad", "generator"] as const;

/**
 * Independent draws from U[0, 1).
 * @example
 * torch.manual_seed(0); torch.rand(4) // => tensor([0.4963, 0.7682, 0.0885, 0.1320])
 */
export function rand(...size: ShapeAndOptions<RandomOptions>): Tensor {
  const { shape, options } = splitShape<RandomOptions>("rand", size, KEYWORDS);
  const tensor = makeTensor(emptyStrided(shape, options.dtype ?? float32));
  return finish(tensor.uniform_(0, 1, { generator: options.generator ?? null }), options);
}

/**
 * Independent draws from N(0, 1).
 * @example
 * torch.manual_seed(0); torch.randn(3) // => tensor([ 1.5410, -0.2934, -2.1788])
 */
export function randn(...size: ShapeAndOptions<RandomOptions>): Tensor {
  const { shape, options } = splitShape<RandomOptions>("randn", size, KEYWORDS);
  const tensor = makeTensor(emptyStrided(shape, options.dtype ?? float32));
  return finish(tensor.normal_(0, 1, { generator: options.generator ?? null }), options);
}

/** `rand` with the shape and dtype of another tensor. */
export function rand_like(input: Tensor, options: RandomOptions = {}): Tensor {
  const tensor = alike("rand_like", input, options, KEYWORDS);
  return finish(tensor.uniform_(0, 1, { generator: options.generator ?? null }), options);
}

/** `randn` with the shape and dtype of another tensor. */
export function randn_like(input: Tensor, options: RandomOptions = {}): Tensor {
  const tensor = alike("randn_like", input, options, KEYWORDS);
  return finish(tensor.normal_(0, 1, { generator: options.generator ?? null }), options);
}

/**
 * Independent whole numbers in [low, high), int64 unless another dtype is given. `low` is 0 if left out.
 * @example
 * torch.manual_seed(0); torch.randint(0, 10, [10]) // => tensor([4, 9, 3, 0, 3, 9, 7, 3, 7, 3])
 */
export function randint(high: number | bigint, size: readonly number[], options?: RandomOptions): Tensor;
export function randint(
  low: number | bigint,
  high: number | bigint,
  size: readonly number[],
  options?: RandomOptions,
): Tensor;
export function randint(...given: unknown[]): Tensor {
  const names = Array.isArray(given[1]) ? (["high", "size"] as const) : (["low", "high", "size"] as const);
  const bound = bindArguments<
    RandomOptions & { low: number | bigint; high: number | bigint; size: readonly number[] }
  >("torch.randint", given, {
    names,
    only: ["low", "high", "size", ...KEYWORDS].filter((name) => !names.includes(name as never)) as never,
  });
  const shape = toSizes("randint", [bound.size ?? []]);
  const dtype = bound.dtype ?? int64;
  const { low, high } = integerBounds(BigInt(bound.low ?? 0), BigInt(bound.high ?? 0), dtype);
  const next = integerSource(toGenerator("torch.randint", bound.generator), low, high);
  const view = emptyStrided(shape, int64);
  const data = view.storage.data as BigInt64Array;
  for (let i = 0; i < data.length; i++) data[i] = next();
  return finish(makeTensor(dtype === int64 ? view : copyOf(view, dtype)), bound);
}

function integerBounds(low: bigint, high: bigint, dtype: DType): { low: bigint; high: bigint } {
  if (low >= high) {
    throw new RuntimeError(
      "torch.randint",
      `random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`,
    );
  }
  switch (dtype.name) {
    case "int64":
      return { low, high };
    case "bool":
      if (low < 0n) throw new RuntimeError("torch.randint", "from is out of bounds for bool", `got ${low}`);
      if (high > 2n)
        throw new RuntimeError("torch.randint", "to - 1 is out of bounds for bool", `got ${high}`);
      return { low, high };
    case "float32":
      return boundsForFloat({ low, high }, { round: Math.fround, digits: 24 });
    case "float64":
      return boundsForFloat({ low, high }, { round: Number, digits: 53 });
    default:
      return dtype.name satisfies never;
  }
}

/**
 * The numbers 0 … n - 1 in random order.
 * @example
 * torch.manual_seed(0); torch.randperm(10) // => tensor([4, 1, 7, 5, 3, 9, 0, 8, 6, 2])
 */
export function randperm(n: number, options: RandomOptions = {}): Tensor {
  checkKeywords("torch.randperm", options, KEYWORDS);
  const [count = 0] = toSizes("randperm", [n]);
  const view = fromData(permutation(toGenerator("torch.randperm", options.generator), count), [count], int64);
  const dtype = options.dtype ?? int64;
  return finish(makeTensor(dtype === int64 ? view : copyOf(view, dtype)), options);
}
