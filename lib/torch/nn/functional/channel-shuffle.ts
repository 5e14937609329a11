import { RuntimeError } from "../../errors";
import { showShape, type Tensor } from "../../tensor";

/**
 * The channels dealt out like cards: those of `groups` equal groups take turns. (N, C, …) → (N, C, …). Zhang et al. 2018.
 * PyTorch 1.13 has no derivative of it; here it has one. Errors: a number of channels that `groups` does not divide. Source: `torch.nn.functional.channel_shuffle`.
 * @example
 * F.channel_shuffle(torch.arange(6).view(1, 6, 1), 2).flatten() // => tensor([0, 3, 1, 4, 2, 5])
 */
export function channel_shuffle(input: Tensor, groups: number): Tensor {
  const call = "nn.functional.channel_shuffle";
  if (input.ndim <= 2) {
    throw new RuntimeError(
      call,
      `channel_shuffle expects input with > 2 dims, but got input with sizes ${showShape(input.shape)}`,
    );
  }
  const [batch, channels, ...rest] = input.shape as [number, number, ...number[]];
  if (groups <= 0) {
    throw new RuntimeError(
      call,
      `Number of groups to divide channels in must be positive. Value of groups:${groups}`,
    );
  }
  if (channels % groups !== 0) {
    throw new RuntimeError(
      call,
      `Number of channels must be divisible by groups. Got ${channels} channels and ${groups} groups.`,
    );
  }
  const dealt = input.reshape([batch, groups, channels / groups, ...rest]).transpose(1, 2);
  return dealt.reshape(input.shape);
}
