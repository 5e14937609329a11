import { RuntimeError, TypeMismatch } from "../../errors";
import { isTensor, showShape, type Tensor, typeName } from "../../tensor";
import type { Sizes } from "../arguments";

/** A convolution as it was asked for: one number a dimension. */
export type Convolution = {
  readonly call: string;
  readonly weight: Tensor;
  readonly bias: Tensor | null;
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
};

/** PyTorch's C++ names of dtypes, which its convolutions use. */
const NAMES: Readonly<Record<string, string>> = {
  float32: "float",
  float64: "double",
  int64: "long int",
  bool: "bool",
};

/** The name of a call in PyTorch's sentences: `conv2d` of `nn.functional.conv2d`. */
export function nameOf(call: string): string {
  return call.slice(call.lastIndexOf(".") + 1);
}

/** Throws unless the input is a tensor with one or two dimensions more than the kernel. Says whether it has a batch. */
export function checkRank(call: string, input: Tensor, rank: number): boolean {
  if (!isTensor(input)) {
    throw new TypeMismatch(
      call,
      `${nameOf(call)}(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`,
    );
  }
  if (input.ndim === rank + 2 || input.ndim === rank + 1) return input.ndim === rank + 2;
  throw new RuntimeError(
    call,
    `Expected ${rank + 1}D (unbatched) or ${rank + 2}D (batched) input to ${nameOf(call)}, but got input of size: ${showShape(input.shape)}`,
  );
}

/** One number a dimension of the weight, or PyTorch's sentence about the wrong count. */
export function toExpanded(
  call: string,
  name: string,
  { value, rank }: { value: Sizes; rank: number },
): readonly number[] {
  if (typeof value === "number") return new Array<number>(rank).fill(value);
  if (value.length === rank) return value;
  if (value.length === 1) return new Array<number>(rank).fill(value[0]!);
  throw new RuntimeError(
    call,
    `expected ${name} to be a single integer value or a list of ${rank} values to match the convolution dimensions, but got ${name}=${showShape(value)}`,
  );
}

/** Throws PyTorch's sentence for dtypes that differ, numbers out of range and channels that do not fit. */
export function checkConvolution(input: Tensor, spec: Convolution, isTransposed: boolean): void {
  const { call, weight, bias, groups, padding, stride, dilation } = spec;
  checkDtype(call, input, bias ?? weight, bias !== null && !isTransposed);
  if (padding.some((size) => size < 0)) throw new RuntimeError(call, "negative padding is not supported");
  if (stride.some((size) => size <= 0)) throw new RuntimeError(call, "non-positive stride is not supported");
  const [first = 0, second = 0] = weight.shape;
  if (!isTransposed && first % groups !== 0) {
    throw new RuntimeError(
      call,
      `Given groups=${groups}, expected weight to be divisible by ${groups} at dimension 0, but got weight of size [${showShape(weight.shape)}] instead`,
    );
  }
  const wanted = isTransposed ? first : second * groups;
  if (input.shape[1] !== wanted) {
    throw new RuntimeError(
      call,
      `Given ${isTransposed ? "transposed=1" : `groups=${groups}`}, weight of size ${showShape(weight.shape)}, expected input${showShape(input.shape)} to have ${wanted} channels, but got ${input.shape[1]} channels instead`,
    );
  }
  const outputs = isTransposed ? second * groups : first;
  if (bias !== null && (bias.ndim !== 1 || bias.shape[0] !== outputs)) {
    throw new RuntimeError(
      call,
      `Given ${isTransposed ? "transposed=1, " : ""}weight of size ${showShape(weight.shape)}, expected bias to be 1-dimensional with ${outputs} elements, but got bias of size ${showShape(bias.shape)} instead`,
    );
  }
  if (dilation.some((size) => size <= 0)) {
    throw new RuntimeError(call, `dilation should be greater than zero, but got ${showShape(dilation)}`);
  }
}

/** A convolution with bias compares its type with the input's, in words of its own; all others leave it to the product. */
function checkDtype(call: string, input: Tensor, other: Tensor, isCompared: boolean): void {
  if (input.dtype === other.dtype) return;
  const shown = (tensor: Tensor) => NAMES[tensor.dtype.name] ?? tensor.dtype.name;
  throw new RuntimeError(
    call,
    isCompared
      ? `Input type (${shown(input)}) and bias type (${shown(other)}) should be the same`
      : `expected scalar type ${input.dtype.scalarName} but found ${other.dtype.scalarName}`,
    `convert the input: x.to(torch.${other.dtype.name})`,
  );
}

/** Throws unless the kernel fits into the padded input. */
export function checkFits(
  call: string,
  padded: readonly number[],
  { kernel, dilation }: { kernel: readonly number[]; dilation: readonly number[] },
): void {
  const reach = kernel.map((size, d) => dilation[d]! * (size - 1) + 1);
  if (reach.every((size, d) => size <= padded[d]!)) return;
  throw new RuntimeError(
    call,
    `Calculated padded input size per channel: (${padded.join(" x ")}). Kernel size: (${reach.join(" x ")}). Kernel size can't be greater than actual input size`,
  );
}
