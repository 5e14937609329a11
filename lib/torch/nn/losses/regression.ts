import { bindArguments } from "../../arguments";
import { no_grad } from "../../autograd";
import { RuntimeError } from "../../errors";
import { record, STRIDED, saving, type Tensor, where } from "../../tensor";
import { warn } from "../../warnings";
import { checkReduction, type Reduction, type ReductionOptions, reduce, showSize } from "./reduction";

/** The reduction that was asked for by name; anything else in its place is refused. */
function reductionOf(call: string, options: ReductionOptions): Reduction {
  const names = { names: [], only: ["reduction"] } as const;
  return bindArguments<ReductionOptions>(call, [options], names).reduction ?? "mean";
}

type Pairwise = {
  readonly call: string;
  readonly node: string;
  readonly reduction: Reduction;
  /** The loss of each element, from `input - target`. */
  readonly loss: (difference: Tensor) => Tensor;
  /** Its derivative by the difference, times `scale`. */
  readonly slope: (difference: Tensor, scale: number) => Tensor;
};

function warnOfBroadcast(input: Tensor, target: Tensor): void {
  if (String(input.shape) === String(target.shape)) return;
  warn(
    `Using a target size (${showSize(target)}) that is different to the input size (${showSize(input)}). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.`,
  );
}

function pairwise([input, target]: readonly [Tensor, Tensor], spec: Pairwise): Tensor {
  const { call, node, reduction, loss, slope } = spec;
  checkReduction(call, reduction);
  warnOfBroadcast(input, target);
  const losses = no_grad(() => loss(input.sub(target)));
  const scale = reduction === "mean" ? 1 / losses.numel() : 1;
  const result = no_grad(() => reduce(losses, reduction));
  const derivative = (grad: Tensor, x: Tensor, t: Tensor) => slope(x.sub(t), scale).mul(grad);
  return record(node, [input, target], result[STRIDED], [
    saving([input, target], derivative),
    saving([input, target], (grad, x, t) => derivative(grad, x, t).neg()),
  ]);
}

/**
 * The mean of `(input - target)²`. A target of another shape is broadcast, with a warning.
 * Source: `torch.nn.functional.mse_loss`.
 * @example
 * F.mse_loss(torch.zeros(2), torch.tensor([1.5, 2.5])) // => tensor(4.2500)
 */
export function mse_loss(input: Tensor, target: Tensor, options: ReductionOptions = {}): Tensor {
  const reduction = reductionOf("nn.functional.mse_loss", options);
  return pairwise([input, target], {
    call: "nn.functional.mse_loss",
    node: "MseLossBackward0",
    reduction,
    loss: (d) => d.mul(d),
    slope: (d, scale) => d.mul(2 * scale),
  });
}

/**
 * The mean of `|input - target|`. Source: `torch.nn.functional.l1_loss`.
 * @example
 * F.l1_loss(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => tensor(2.)
 */
export function l1_loss(input: Tensor, target: Tensor, options: ReductionOptions = {}): Tensor {
  const reduction = reductionOf("nn.functional.l1_loss", options);
  checkReduction("nn.functional.l1_loss", reduction);
  warnOfBroadcast(input, target);
  return reduce(input.sub(target).abs(), reduction);
}

/**
 * `d² / (2 beta)` where |d| < beta, else `|d| - beta / 2`, for d = input - target.
 * Source: `torch.nn.functional.smooth_l1_loss`; Girshick 2015, "Fast R-CNN".
 * @example
 * F.smooth_l1_loss(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => tensor(1.5000)
 */
export function smooth_l1_loss(
  input: Tensor,
  target: Tensor,
  options: ReductionOptions & { beta?: number } = {},
): Tensor {
  const call = "nn.functional.smooth_l1_loss";
  const { reduction = "mean", beta = 1 } = bindArguments<typeof options>(call, [options], {
    names: [],
    only: ["reduction", "beta"],
  });
  if (beta < 0) throw new RuntimeError(call, "smooth_l1_loss does not support negative values for beta.");
  if (beta === 0) return l1_loss(input, target, { reduction });
  return pairwise([input, target], {
    call,
    node: "SmoothL1LossBackward0",
    reduction,
    loss: (d) => where(d.abs().lt(beta), d.mul(d).mul(0.5 / beta), d.abs().sub(0.5 * beta)),
    slope: (d, scale) => where(d.abs().lt(beta), d.mul(scale / beta), d.sign().mul(scale)),
  });
}

/**
 * `d² / 2` where |d| ≤ delta, else `delta · (|d| - delta / 2)`. Source: `torch.nn.functional.huber_loss`.
 * @example
 * F.huber_loss(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => tensor(1.5000)
 */
export function huber_loss(
  input: Tensor,
  target: Tensor,
  options: ReductionOptions & { delta?: number } = {},
): Tensor {
  const call = "nn.functional.huber_loss";
  const { reduction = "mean", delta = 1 } = bindArguments<typeof options>(call, [options], {
    names: [],
    only: ["reduction", "delta"],
  });
  if (delta <= 0) throw new RuntimeError(call, "huber_loss does not support non-positive values for delta.");
  return pairwise([input, target], {
    call,
    node: "HuberLossBackward0",
    reduction,
    loss: (d) =>
      where(
        d.abs().le(delta),
        d.mul(d).mul(0.5),
        d
          .abs()
          .sub(0.5 * delta)
          .mul(delta),
      ),
    slope: (d, scale) => where(d.abs().le(delta), d.mul(scale), d.sign().mul(scale * delta)),
  });
}
