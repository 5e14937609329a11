import type { Tensor } from "../tensor";
import { bindModule } from "./arguments";
import { channel_shuffle } from "./functional/channel-shuffle";
import { Module } from "./module";

/**
 * The channels of `groups` groups take turns: see `nn.functional.channel_shuffle`. Source: `torch.nn.ChannelShuffle`.
 * @example
 * new nn.ChannelShuffle(2)(torch.arange(4).view(1, 4, 1)).flatten() // => tensor([0, 2, 1, 3])
 */
export class ChannelShuffle extends Module {
  readonly groups: number;

  constructor(groups: number | { groups: number });
  constructor(...given: unknown[]) {
    super();
    this.groups = bindModule<{ groups: number }>("nn.ChannelShuffle", given, { required: ["groups"] }).groups;
  }

  override forward(input: Tensor): Tensor {
    return channel_shuffle(input, this.groups);
  }

  override extra_repr(): string {
    return `groups=${this.groups}`;
  }
}
