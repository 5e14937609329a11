import { checkKeywords, isKeywords, splitKeywords } from "../arguments";
import { RuntimeError, TypeMismatch } from "../errors";
import { copyOf } from "./convert";
import { type DType, float32 } from "./dtype";
import { makeTensor } from "./make";
import { type NestedValues, nestedToView } from "./nested";
import { isTensor, typeName } from "./operand";
import { emptyAlike } from "./ops/elementwise";
import { dtypeOfScalar, type Scalar } from "./promote";
import { checkReduced } from "./reduced-lacks";
import { type ShapeArguments, toSizes } from "./size";
import { emptyStrided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** Keywords of the functions that make a tensor. */
export type FactoryOptions = { dtype?: DType; requires_grad?: boolean };
/** A shape as one array or as numbers, then keywords. */
export type ShapeAndOptions<O = FactoryOptions> =
  | [shape: readonly number[], options?: O]
  | [...shape: number[]]
  | [...shape: number[], options: O];

const FACTORY_KEYWORDS = ["dtype", "requires_grad"] as const;

/** Splits a shape from the keywords after it. */
export function splitShape<O extends FactoryOptions>(
  name: string,
  given: readonly unknown[],
  keywords: readonly (keyof O & string)[],
): { shape: readonly number[]; options: O } {
  const split = splitKeywords(given);
  checkKeywords(`torch.${name}`, split.keywords, [...keywords, "size"]);
  const shape = split.keywords.size === undefined ? split.positional : [split.keywords.size];
  return { shape: toSizes(name, shape as unknown as ShapeArguments), options: split.keywords as O };
}

/** The finished tensor, whose version starts at 0, marked if it was asked to require grad. */
export function finish(tensor: Tensor, { requires_grad = false }: FactoryOptions): Tensor {
  if (requires_grad && !tensor.is_floating_point()) {
    throw new RuntimeError(
      "torch",
      "Only Tensors of floating point and complex dtype can require gradients",
      `got ${tensor.dtype}`,
    );
  }
  const fresh = makeTensor(tensor[STRIDED]);
  return requires_grad ? fresh.requires_grad_() : fresh;
}

function filled(name: string, given: readonly unknown[], value: number): Tensor {
  const { shape, options } = splitShape<FactoryOptions>(name, given, FACTORY_KEYWORDS);
  const tensor = makeTensor(emptyStrided(shape, options.dtype ?? float32));
  return finish(value === 0 ? tensor : tensor.fill_(value), options);
}

/**
 * A tensor whose values are whatever was there; here always 0. Shape as an array or as numbers.
 * @example
 * torch.empty(2, 3).shape // => 2,3
 */
export function empty(...size: ShapeAndOptions): Tensor {
  return filled("empty", size, 0);
}

/**
 * A tensor of zeros.
 * @example
 * torch.zeros(3) // => tensor([0., 0., 0.])
 */
export function zeros(...size: ShapeAndOptions): Tensor {
  return filled("zeros", size, 0);
}

/**
 * A tensor of ones.
 * @example
 * torch.ones(2, { dtype: torch.int64 }) // => tensor([1, 1])
 */
export function ones(...size: ShapeAndOptions): Tensor {
  return filled("ones", size, 1);
}

/**
 * A tensor of one value; without a dtype a whole number makes int64, another number float32, as in `torch.tensor`.
 * @example
 * torch.full([2], 0.5) // => tensor([0.5000, 0.5000])
 */
export function full(size: readonly number[], fill_value: Scalar, options: FactoryOptions = {}): Tensor {
  checkKeywords("torch.full", options, FACTORY_KEYWORDS);
  const dtype = options.dtype ?? dtypeOfScalar(fill_value);
  return finish(makeTensor(emptyStrided(toSizes("full", [size]), dtype)).fill_(fill_value), options);
}

/** A tensor laid out in memory like another, with its dtype unless one is given. */
export function alike(
  name: string,
  input: unknown,
  options: FactoryOptions,
  keywords: readonly string[] = FACTORY_KEYWORDS,
): Tensor {
  const call = `torch.${name}`;
  if (!isTensor(input)) {
    throw new TypeMismatch(
      call,
      `${name}(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`,
    );
  }
  checkKeywords(call, options, keywords);
  return makeTensor(emptyAlike(input[STRIDED], options.dtype ?? input.dtype));
}

/**
 * `empty` with the shape and dtype of another tensor.
 * @example
 * torch.empty_like(torch.tensor([0.5, 1, 2])).shape // => 3
 */
export function empty_like(input: Tensor, options: FactoryOptions = {}): Tensor {
  return finish(alike("empty_like", input, options), options);
}

/**
 * `zeros` with the shape and dtype of another tensor.
 * @example
 * torch.zeros_like(torch.tensor([0.5, 1, 2])) // => tensor([0., 0., 0.])
 */
export function zeros_like(input: Tensor, options: FactoryOptions = {}): Tensor {
  return finish(alike("zeros_like", input, options), options);
}

/**
 * `ones` with the shape and dtype of another tensor.
 * @example
 * torch.ones_like(torch.tensor([0.5, 1, 2])) // => tensor([1., 1., 1.])
 */
export function ones_like(input: Tensor, options: FactoryOptions = {}): Tensor {
  return finish(alike("ones_like", input, options).fill_(1), options);
}

/**
 * `full` with the shape and dtype of another tensor.
 * @example
 * torch.full_like(torch.tensor([0.5, 1, 2]), 0.5) // => tensor([0.5000, 0.5000, 0.5000])
 */
export function full_like(input: Tensor, fill_value: Scalar, options: FactoryOptions = {}): Tensor {
  return finish(alike("full_like", input, options).fill_(fill_value), options);
}

/**
 * A tensor of given values: a number, a boolean, nested arrays of them, or a typed array.
 * Without a dtype whole numbers make int64 and other numbers float32; JavaScript cannot tell 1.0 from 1, so write
 * `torch.tensor([1, 2], { dtype: torch.float32 })` where Python would have `[1., 2.]`.
 * @example
 * torch.tensor([[1, 2], [3, 4]]) // => tensor([[1, 2],\n        [3, 4]])
 */
export function tensor(data: NestedValues | Tensor, options: FactoryOptions = {}): Tensor {
  checkKeywords("torch.tensor", options, FACTORY_KEYWORDS);
  const view = isTensor(data)
    ? copyOf(data[STRIDED], options.dtype ?? data.dtype)
    : nestedToView("torch.tensor", unwrapScalars(data), options.dtype);
  return finish(makeTensor(view), options);
}

/** Tensors of one element inside a list stand for their values. */
function unwrapScalars(data: unknown): unknown {
  if (isTensor(data)) return data.item();
  return Array.isArray(data) ? data.map(unwrapScalars) : data;
}

/**
 * The identity matrix with `n` rows and `m` columns (`n` unless given).
 * @example
 * torch.eye(2) // => tensor([[1., 0.],\n        [0., 1.]])
 */
export function eye(n: number, m?: number | FactoryOptions, options: FactoryOptions = {}): Tensor {
  const keywords = isKeywords(m) ? (m as FactoryOptions) : options;
  const columns = typeof m === "number" ? m : n;
  checkKeywords("torch.eye", keywords, FACTORY_KEYWORDS);
  checkReduced("Eye", keywords.dtype ?? float32);
  const view = emptyStrided(toSizes("eye", [n, columns]), keywords.dtype ?? float32);
  const diagonal = { ...view, shape: [Math.min(n, columns)], strides: [columns + 1] };
  makeTensor(diagonal).fill_(1);
  return finish(makeTensor(view), keywords);
}
