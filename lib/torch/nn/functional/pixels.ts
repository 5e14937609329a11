import { RuntimeError } from "../../errors";
import type { Tensor } from "../../tensor";

/**
 * Channels become pixels: (…, C·r², H, W) → (…, C, H·r, W·r). Shi et al. 2016. Source: `torch.nn.functional.pixel_shuffle`.
 * @example
 * F.pixel_shuffle(torch.arange(4).view(4, 1, 1), 2) // => tensor([[[0, 1],\n         [2, 3]]])
 */
export function pixel_shuffle(input: Tensor, upscale_factor: number): Tensor {
  const r = upscale_factor;
  const [channels, height, width] = checkRank("pixel_shuffle", input);
  if (channels % (r * r) !== 0) {
    throw new RuntimeError(
      "nn.functional.pixel_shuffle",
      `pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${channels} is not divisible by ${r * r}`,
    );
  }
  const lead = input.shape.slice(0, -3);
  const split = input.reshape([...lead, channels / (r * r), r, r, height, width]);
  return split
    .permute(order(lead.length, [0, 3, 1, 4, 2]))
    .reshape([...lead, channels / (r * r), height * r, width * r]);
}

/**
 * The inverse: (…, C, H·r, W·r) → (…, C·r², H, W). Source: `torch.nn.functional.pixel_unshuffle`.
 * @example
 * F.pixel_unshuffle(torch.zeros(1, 1, 4, 6), 2).shape // => 1,4,2,3
 */
export function pixel_unshuffle(input: Tensor, downscale_factor: number): Tensor {
  const r = downscale_factor;
  const [channels, height, width] = checkRank("pixel_unshuffle", input);
  for (const [name, size, d] of [
    ["height", height, -2],
    ["width", width, -1],
  ] as const) {
    if (size % r === 0) continue;
    throw new RuntimeError(
      "nn.functional.pixel_unshuffle",
      `pixel_unshuffle expects ${name} to be divisible by downscale_factor, but input.size(${d})=${size} is not divisible by ${r}`,
    );
  }
  const lead = input.shape.slice(0, -3);
  const split = input.reshape([...lead, channels, height / r, r, width / r, r]);
  return split
    .permute(order(lead.length, [0, 2, 4, 1, 3]))
    .reshape([...lead, channels * r * r, height / r, width / r]);
}

function checkRank(name: string, input: Tensor): [channels: number, height: number, width: number] {
  if (input.ndim >= 3) return input.shape.slice(-3) as [number, number, number];
  throw new RuntimeError(
    `nn.functional.${name}`,
    `${name} expects input to have at least 3 dimensions, but got input with ${input.ndim} dimension(s)`,
  );
}

function order(leading: number, last: readonly number[]): number[] {
  return [...Array.from({ length: leading }, (_, d) => d), ...last.map((d) => d + leading)];
}
