import { bindArguments, checkKeywords, splitKeywords } from "../arguments";
import { TypeMismatch } from "../errors";
import { type Generator, permutation, toGenerator } from "../random";
import { invalidCombination } from "./bind-numbers";
import { copyOf } from "./convert";
import { fillByIntegerDraws } from "./draw";
import { float32, int64 } from "./dtype";
import { alike, type FactoryOptions, finish, type ShapeAndOptions, splitShape } from "./factories";
import { makeTensor } from "./make";
import { integerDraws, toInteger } from "./ops/random-integers";
import { toSizes } from "./size";
import { emptyStrided, fromData, type Strided } from "./strided";
import { STRIDED } from "./symbols";
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

/**
 * `rand` with the shape and dtype of another tensor.
 * @example
 * torch.manual_seed(0); torch.rand_like(torch.tensor([0.5, 1, 2])) // => tensor([0.4963, 0.7682, 0.0885])
 */
export function rand_like(input: Tensor, options: RandomOptions = {}): Tensor {
  const tensor = alike("rand_like", input, options, KEYWORDS);
  return finish(tensor.uniform_(0, 1, { generator: options.generator ?? null }), options);
}

/**
 * `randn` with the shape and dtype of another tensor.
 * @example
 * torch.manual_seed(0); torch.randn_like(torch.tensor([0.5, 1, 2])) // => tensor([ 1.5410, -0.2934, -2.1788])
 */
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
  checkSize(given);
  const names = Array.isArray(given[1]) ? (["high", "size"] as const) : (["low", "high", "size"] as const);
  const bound = bindArguments<
    RandomOptions & { low: number | bigint; high: number | bigint; size: readonly number[] }
  >("torch.randint", given, {
    names,
    only: ["low", "high", "size", ...KEYWORDS].filter((name) => !names.includes(name as never)) as never,
  });
  const shape = toSizes("randint", [bound.size ?? []]);
  const positions = { low: names.indexOf("low" as never) + 1, high: names.indexOf("high") + 1 };
  const view = emptyStrided(shape, bound.dtype ?? int64);
  return finish(randomIntegers("torch.randint", view, { ...bound, positions }), bound);
}

/** Throws unless a shape was given as a list, alone among the arguments or after one or two bounds. */
function checkSize(given: readonly unknown[]): void {
  const { positional, keywords } = splitKeywords(given);
  const size = keywords.size ?? positional[Array.isArray(positional[1]) ? 1 : 2];
  if (Array.isArray(size)) return;
  throw invalidCombination("torch.randint", given, "write randint(10, [2, 3]) or randint(0, 10, [2, 3])");
}

type IntegerBounds = RandomOptions & {
  low?: number | bigint;
  high?: number | bigint;
  /** Where the bounds stood among the arguments. */
  positions?: { low: number; high: number };
};

function randomIntegers(call: string, view: Strided, bound: IntegerBounds): Tensor {
  const { low = 0, high = 0, positions } = bound;
  const law = {
    from: toInteger(call, "low", low, positions?.low),
    to: toInteger(call, "high", high, positions?.high),
  };
  fillByIntegerDraws(view, integerDraws(call, toGenerator(call, bound.generator), law, view.dtype));
  return makeTensor(view);
}

/**
 * `randint` with the shape and dtype of another tensor.
 * @example
 * torch.manual_seed(0); torch.randint_like(torch.zeros(3), 10) // => tensor([4., 9., 3.])
 */
export function randint_like(input: Tensor, high: number | bigint, options?: RandomOptions): Tensor;
export function randint_like(
  input: Tensor,
  low: number | bigint,
  high: number | bigint,
  options?: RandomOptions,
): Tensor;
export function randint_like(input: Tensor, ...given: unknown[]): Tensor {
  const call = "torch.randint_like";
  const { positional } = splitKeywords(given);
  const names = positional.length === 2 ? (["low", "high"] as const) : (["high"] as const);
  const only = ["low", "high", ...KEYWORDS].filter((name) => !names.includes(name as never));
  const bound = bindArguments<IntegerBounds>(call, given, { names, only: only as never });
  if (bound.high === undefined)
    throw new TypeMismatch(call, 'randint_like() missing 1 required positional arguments: "high"');
  const { dtype = input?.dtype, requires_grad = false } = bound;
  const tensor = alike("randint_like", input, { dtype, requires_grad }, KEYWORDS);
  return finish(randomIntegers(call, tensor[STRIDED], bound), bound);
}

/**
 * The numbers 0 … n - 1 in random order.
 * @example
 * torch.manual_seed(0); torch.randperm(10) // => tensor([4, 1, 7, 5, 3, 9, 0, 8, 6, 2])
 */
export function randperm(n: number, options: RandomOptions = {}): Tensor {
  checkKeywords("torch.randperm", options, KEYWORDS);
  if (n === undefined) throw invalidCombination("torch.randperm", [], "write randperm(10)");
  toInteger("torch.randperm", "n", n, 1);
  const [count = 0] = toSizes("randperm", [n]);
  const view = fromData(permutation(toGenerator("torch.randperm", options.generator), count), [count], int64);
  const dtype = options.dtype ?? int64;
  return finish(makeTensor(dtype === int64 ? view : copyOf(view, dtype)), options);
}
