import { bindArguments } from "../../arguments";
import { no_grad } from "../../autograd";
import { RuntimeError, ValueError } from "../../errors";
import { record, STRIDED, saving, type Tensor, where } from "../../tensor";
import { checkReduction, type ReductionOptions, reduce, showSize, type WeightRest } from "./reduction";

/** Keywords of `binary_cross_entropy`: a weight that is broadcast to the losses of the elements. */
export type BCEOptions = ReductionOptions & { weight?: Tensor | null };
/** The same with `pos_weight`, by which the positive class counts more. */
export type BCEWithLogitsOptions = BCEOptions & { pos_weight?: Tensor | null };

const SMALLEST_VARIANCE = 1e-12;

/**
 * The mean of `-(t · ln x + (1 - t) · ln(1 - x))` over probabilities x, the logarithms being at least -100.
 * Errors: `all elements of input should be between 0 and 1`. Source: `torch.nn.functional.binary_cross_entropy`.
 * @example
 * F.binary_cross_entropy(torch.tensor([0.25, 0.75]), torch.tensor([0.5, 1])) // => tensor(0.5623)
 */
export function binary_cross_entropy(
  input: Tensor,
  target: Tensor,
  ...given: WeightRest<BCEOptions>
): Tensor {
  const call = "nn.functional.binary_cross_entropy";
  const bound = bindArguments<BCEOptions>(call, given, { names: ["weight"], only: ["reduction"] });
  const { weight = null, reduction = "mean" } = bound;
  checkReduction(call, reduction);
  if (String(input.shape) !== String(target.shape)) {
    throw new ValueError(
      call,
      `Using a target size (${showSize(target)}) that is different to the input size (${showSize(input)}) is deprecated. Please ensure they have the same size.`,
    );
  }
  if (!input.ge(0).logical_and(input.le(1)).all().item()) {
    throw new RuntimeError(
      call,
      "all elements of input should be between 0 and 1",
      "apply sigmoid() first, or use binary_cross_entropy_with_logits",
    );
  }
  const losses = no_grad(() => {
    const [yes, no] = [input.log().clamp(-100), input.neg().log1p().clamp(-100)];
    const each = target.sub(1).mul(no).sub(target.mul(yes));
    return weight === null ? each : each.mul(weight);
  });
  const result = no_grad(() => reduce(losses, reduction));
  const count = reduction === "mean" ? losses.numel() : 1;
  const scaled = (slope: Tensor) => (weight === null ? slope : slope.mul(weight)).div(count);
  return record("BinaryCrossEntropyBackward0", [input, target], result[STRIDED], [
    saving([input, target], (grad, x, t) => {
      const variance = x.neg().add(1).mul(x);
      const spread = where(variance.lt(SMALLEST_VARIANCE), SMALLEST_VARIANCE, variance);
      return scaled(grad.mul(x.sub(t)).div(spread));
    }),
    saving([input], (grad, x) => scaled(grad.mul(x.neg().log1p().sub(x.log())))),
  ]);
}

/**
 * `binary_cross_entropy` of `sigmoid(input)`, computed without overflow. Source: `…binary_cross_entropy_with_logits`.
 * @example
 * F.binary_cross_entropy_with_logits(torch.tensor([-0.5, 2]), torch.tensor([0.5, 1])) // => tensor(0.4255)
 */
export function binary_cross_entropy_with_logits(
  input: Tensor,
  target: Tensor,
  ...given: WeightRest<BCEWithLogitsOptions>
): Tensor {
  const call = "nn.functional.binary_cross_entropy_with_logits";
  const bound = bindArguments<BCEWithLogitsOptions>(call, given, {
    names: ["weight"],
    only: ["reduction", "pos_weight"],
  });
  const { weight = null, reduction = "mean", pos_weight = null } = bound;
  checkReduction(call, reduction);
  if (String(input.shape) !== String(target.shape)) {
    throw new ValueError(
      call,
      `Target size (${showSize(target)}) must be the same as input size (${showSize(input)})`,
    );
  }
  const losses = no_grad(() => {
    const low = input.neg().relu();
    const tail = low.neg().exp().add(input.neg().sub(low).exp()).log().add(low);
    const shaped = pos_weight === null ? tail : tail.mul(pos_weight.sub(1).mul(target).add(1));
    const each = target.neg().add(1).mul(input).add(shaped);
    return weight === null ? each : each.mul(weight);
  });
  const result = no_grad(() => reduce(losses, reduction));
  const count = reduction === "mean" ? losses.numel() : 1;
  const scaled = (slope: Tensor) => (weight === null ? slope : slope.mul(weight)).div(count);
  return record("BinaryCrossEntropyWithLogitsBackward0", [input, target], result[STRIDED], [
    saving([input, target], (grad, x, t) => {
      const chance = x.sigmoid();
      if (pos_weight === null) return scaled(chance.sub(t).mul(grad));
      const positive = t.mul(pos_weight);
      return scaled(positive.add(1).sub(t).mul(chance).sub(positive).mul(grad));
    }),
    saving([input], (grad, x) => {
      if (pos_weight === null) return scaled(grad.mul(x.neg()));
      const [no, yes] = [softplus(x), softplus(x.neg())];
      return scaled(grad.mul(pos_weight.mul(yes).sub(no)));
    }),
  ]);
}

function softplus(x: Tensor): Tensor {
  return x.relu().add(x.abs().neg().exp().log1p());
}
