import { stack, type Tensor } from "../../tensor";

/** How a kernel moves over the spatial dimensions, one number for each. */
export type Movement = {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
};

/** How many places a dilated kernel of `kernel` entries has in `size`, moving by `stride`. */
export function placesOf(
  size: number,
  { kernel, stride, dilation }: { kernel: number; stride: number; dilation: number },
): number {
  return Math.floor((size - dilation * (kernel - 1) - 1) / stride) + 1;
}

/**
 * What each entry of the kernel sees: for a padded input (N, C, s₁, …) as many views (N, C, o₁, …) as the kernel has
 * entries, in row-major order of the kernel. They share the input's storage.
 */
export function windows(
  input: Tensor,
  { kernel, stride, dilation }: Movement,
  places: readonly number[],
): Tensor[] {
  const first = input.ndim - kernel.length;
  let views = [input];
  kernel.forEach((count, d) => {
    const span = (places[d]! - 1) * stride[d]! + 1;
    views = views.flatMap((view) =>
      Array.from({ length: count }, (_, k) => {
        const start = k * dilation[d]!;
        return view.sliced(first + d, { start, stop: start + span, step: stride[d]! });
      }),
    );
  });
  return views;
}

/** The windows as columns: (C, entries of the kernel, N, o₁, …), one copy of everything the kernel sees. */
export function columns(input: Tensor, movement: Movement, places: readonly number[]): Tensor {
  return stack(
    windows(input, movement, places).map((view) => view.transpose(0, 1)),
    1,
  );
}
