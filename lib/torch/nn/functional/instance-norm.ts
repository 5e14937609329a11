import { bindArguments } from "../../arguments";
import { no_grad } from "../../autograd";
import { RuntimeError, ValueError } from "../../errors";
import { showShape, type Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { normalised } from "./batch-norm";

/** Keywords of `instance_norm`. */
export type InstanceNormOptions = {
  running_mean?: Tensor | null;
  running_var?: Tensor | null;
  weight?: Tensor | null;
  bias?: Tensor | null;
  use_input_stats?: boolean;
  momentum?: number;
  eps?: number;
};
type Positional = [
  running_mean: Tensor | null,
  running_var: Tensor | null,
  weight: Tensor | null,
  bias: Tensor | null,
  use_input_stats: boolean,
  momentum: number,
  eps: number,
];

/**
 * `batch_norm` of every sample for itself: mean and variance of each channel of each sample. Running statistics, if given, are
 * the means over the batch; with `use_input_stats: false` they are used. Shapes: (N, C, …) → (N, C, …).
 * Errors: one spatial value, channels that do not fit. Ulyanov, Vedaldi & Lempitsky 2016.
 * Source: `torch.nn.functional.instance_norm`.
 * @example
 * F.instance_norm(torch.tensor([[[1.5, 3.5]]])) // => tensor([[[-1.0000,  1.0000]]])
 */
export function instance_norm(input: Tensor, ...rest: Rest<Positional, InstanceNormOptions>): Tensor {
  const call = "nn.functional.instance_norm";
  const bound = bindArguments<InstanceNormOptions>(call, rest, {
    names: ["running_mean", "running_var", "weight", "bias", "use_input_stats", "momentum", "eps"],
  });
  const {
    running_mean = null,
    running_var = null,
    use_input_stats = true,
    momentum = 0.1,
    eps = 1e-5,
  } = bound;
  const [samples = 0, channels = 0, ...spatial] = input.shape;
  if (use_input_stats) checkSpatial(call, input);
  else if (running_mean === null || running_var === null) {
    throw new RuntimeError(
      call,
      "Expected running_mean and running_var to be defined when use_input_stats is false",
    );
  }
  const each = (values: Tensor | null | undefined) =>
    values == null ? null : values.unsqueeze(0).expand(samples, -1).reshape(-1);
  const kept = { mean: each(running_mean)?.clone() ?? null, variance: each(running_var)?.clone() ?? null };
  const output = normalised(call, input.reshape(1, samples * channels, ...spatial), {
    running_mean: kept.mean,
    running_var: kept.variance,
    weight: each(bound.weight),
    bias: each(bound.bias),
    training: use_input_stats,
    momentum,
    eps,
  });
  if (use_input_stats) {
    no_grad(() => {
      if (kept.mean !== null) running_mean!.copy_(kept.mean.view(samples, channels).mean(0));
      if (kept.variance !== null) running_var!.copy_(kept.variance.view(samples, channels).mean(0));
    });
  }
  return output.view(input.shape);
}

function checkSpatial(call: string, input: Tensor): void {
  if (input.shape.slice(2).reduce((product, size) => product * size, 1) !== 1) return;
  throw new ValueError(
    call,
    `Expected more than 1 spatial element when training, got input size torch.Size(${showShape(input.shape)})`,
  );
}
