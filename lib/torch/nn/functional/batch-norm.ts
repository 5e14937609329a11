import { bindArguments } from "../../arguments";
import { no_grad } from "../../autograd";
import { RuntimeError, ValueError } from "../../errors";
import { checkReduced, isReduced, renameNode, showShape, type Tensor } from "../../tensor";
import type { Rest } from "../arguments";

/** Keywords of `batch_norm` and `instance_norm`. */
export type BatchNormOptions = {
  weight?: Tensor | null;
  bias?: Tensor | null;
  training?: boolean;
  momentum?: number;
  eps?: number;
};
type Positional = [
  weight: Tensor | null,
  bias: Tensor | null,
  training: boolean,
  momentum: number,
  eps: number,
];

/** What is measured of each channel, and what is to be done with it. */
type Statistics = {
  readonly running_mean: Tensor | null;
  readonly running_var: Tensor | null;
  readonly weight: Tensor | null;
  readonly bias: Tensor | null;
  readonly training: boolean;
  readonly momentum: number;
  readonly eps: number;
};

/**
 * (x - mean)/√(var + eps) · weight + bias for each channel (dimension 1). In training mean and variance are those of the batch,
 * and the running ones, if given, move towards them in place: running · (1 - momentum) + new · momentum, the variance with
 * n - 1 in the denominator. Otherwise the running ones are used. Shapes: (N, C, …) → (N, C, …). Ioffe & Szegedy 2015.
 * Errors: one value a channel, channels that do not fit. Source: `torch.nn.functional.batch_norm`.
 * @example
 * F.batch_norm(torch.tensor([[1.5], [3.5]]), null, null, { training: true }) // => tensor([[-1.0000],\n        [ 1.0000]])
 */
export function batch_norm(
  input: Tensor,
  running_mean: Tensor | null,
  running_var: Tensor | null,
  ...rest: Rest<Positional, BatchNormOptions>
): Tensor {
  const call = "nn.functional.batch_norm";
  const bound = bindArguments<BatchNormOptions>(call, rest, {
    names: ["weight", "bias", "training", "momentum", "eps"],
  });
  const { weight = null, bias = null, training = false, momentum = 0.1, eps = 1e-5 } = bound;
  if (training) checkBatch(call, input.shape, `torch.Size(${showShape(input.shape)})`);
  return normalised(call, input, { running_mean, running_var, weight, bias, training, momentum, eps });
}

/** Throws where a channel has one value only, so that nothing could be learned of its spread. */
export function checkBatch(call: string, [first = 0, , ...others]: readonly number[], shown: string): void {
  if (others.reduce((product, size) => product * size, first) !== 1) return;
  throw new ValueError(call, `Expected more than 1 value per channel when training, got input size ${shown}`);
}

function checkChannels(call: string, channels: number, statistics: Statistics): void {
  const { running_mean, running_var, weight, bias, training } = statistics;
  for (const [name, value] of Object.entries({ running_mean, running_var, weight, bias })) {
    if (value === null) {
      if (!training && name.startsWith("running")) {
        throw new RuntimeError(call, `${name} must be defined in evaluation mode`);
      }
    } else if (value.numel() !== channels) {
      throw new RuntimeError(call, `${name} should contain ${channels} elements not ${value.numel()}`);
    }
  }
}

/** The common part of `batch_norm` and `instance_norm`. */
export function normalised(call: string, input: Tensor, statistics: Statistics): Tensor {
  const { running_mean, running_var, weight, bias, training, momentum, eps } = statistics;
  const channels = input.shape[1]!;
  checkChannels(call, channels, statistics);
  if (!input.is_floating_point()) {
    throw new RuntimeError(call, `"batch_norm" not implemented for '${input.dtype.scalarName}'`);
  }
  checkReduced("NativeBatchNorm", input.dtype);
  const others = [...input.shape.keys()].filter((d) => d !== 1);
  const wide = isReduced(input.dtype.name) ? input.float() : input;
  const mean = training ? wide.mean(others) : running_mean!;
  const variance = training ? wide.var(others, { unbiased: false }) : running_var!;
  if (training) {
    const count = input.numel() / channels;
    no_grad(() => {
      running_mean?.mul_(1 - momentum).add_(mean.detach().mul(momentum));
      running_var?.mul_(1 - momentum).add_(variance.detach().mul((count / (count - 1)) * momentum));
    });
  }
  // As PyTorch's processor kernels: one factor and one summand a channel.
  const invstd = variance.add(eps).rsqrt();
  const factor = weight === null ? invstd : invstd.mul(weight);
  const shift = mean.mul(factor).neg();
  const summand = bias === null ? shift : bias.add(shift);
  const shape = input.shape.map((_, d) => (d === 1 ? channels : 1));
  const output = wide.mul(factor.view(shape)).add(summand.view(shape)).to(input.dtype);
  return renameNode(output, "NativeBatchNormBackward0");
}
