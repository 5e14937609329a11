import { RuntimeError } from "../../errors";
import { showShape, type Tensor } from "../../tensor";
import type { Sizes } from "../arguments";
import { nameOf } from "./conv-checks";
import { pad } from "./pad";
import { checkPooling, type Pooling, poolName, poolPlaces, toPoolSizes } from "./pool-checks";
import { windows } from "./windows";

/** What a pooling works on. */
export type Operands = { readonly input: Tensor; readonly kernel_size: Sizes; readonly rank: number };

function checkRank(call: string, input: Tensor, rank: number): void {
  if (input.ndim === rank + 1 || input.ndim === rank + 2) return;
  const name = nameOf(call);
  const sentence =
    name === "max_pool1d"
      ? `max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:${showShape(input.shape)}`
      : rank === 1
        ? `Expected 2 to 3 dimensions, but got ${input.ndim}-dimensional tensor for argument #1 'self' (while checking arguments for ${poolName(call)})`
        : `non-empty ${rank + 1}D or ${rank + 2}D (batch mode) tensor expected for input`;
  throw new RuntimeError(call, sentence, `got shape ${showShape(input.shape)}`);
}

/** Keywords that say where the kernel stands. */
export type PoolSettings = {
  stride?: Sizes | null;
  padding?: Sizes;
  dilation?: Sizes;
  ceil_mode?: boolean;
};

/** The pooling as it runs. Errors: PyTorch's, for ranks and numbers that make none. */
export function toPooling(
  call: string,
  { input, kernel_size, rank }: Operands,
  { stride, padding = 0, dilation = 1, ceil_mode = false }: PoolSettings,
): Pooling {
  checkRank(call, input, rank);
  const sizes = (name: string, value: Sizes) => toPoolSizes(call, name, { value, rank });
  const pooling = {
    call,
    kernel: sizes("kernel_size", kernel_size),
    stride: sizes("stride", stride ?? kernel_size),
    padding: sizes("padding", padding),
    dilation: sizes("dilation", dilation),
    ceil_mode,
  };
  checkPooling(pooling);
  return pooling;
}

/** The windows of the padded input; at the end there is as much more padding as the last place needs. */
export function poolWindows(input: Tensor, pooling: Pooling, value: number): Tensor[] {
  const { kernel, stride, padding, dilation } = pooling;
  const places = poolPlaces(input, pooling);
  const ends = kernel.map((size, d): [number, number] => {
    const reach = (places[d]! - 1) * stride[d]! + dilation[d]! * (size - 1) + 1;
    const own = input.shape[input.ndim - kernel.length + d]!;
    return [padding[d]!, Math.max(padding[d]!, reach - own - padding[d]!)];
  });
  return windows(pad(input, ends.reverse().flat(), "constant", value), pooling, places);
}
