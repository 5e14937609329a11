import { bindArguments } from "../../arguments";
import { RuntimeError, ValueError } from "../../errors";
import { arange, checkReduced, isGradEnabled, renameNode, showShape, type Tensor, where } from "../../tensor";
import { logsigmoid } from "../activation/smooth";
import type { Rest } from "../arguments";
import { checkReduction, checkValid, type Reduction, type ReductionOptions, reduce } from "./reduction";

/** Keywords of `multi_margin_loss`. */
export type MultiMarginOptions = ReductionOptions & { p?: number; margin?: number; weight?: Tensor | null };
/** Keywords of `multilabel_soft_margin_loss`: a weight for each class. */
export type MultiLabelOptions = ReductionOptions & { weight?: Tensor | null };

function onlyReduction(call: string, options: ReductionOptions): Reduction {
  const names = { names: [], only: ["reduction"] } as const;
  const { reduction = "mean" } = bindArguments<ReductionOptions>(call, [options], names);
  checkReduction(call, reduction);
  return reduction;
}

/** PyTorch has no derivative by these. */
function refuseGradient(call: string, argument: string, tensor: Tensor): void {
  if (!tensor.requires_grad || !isGradEnabled()) return;
  const name = call.slice(call.lastIndexOf(".") + 1);
  throw new RuntimeError(
    call,
    `The function '${name}' is not differentiable with respect to argument '${argument}'. This input cannot have requires_grad True.`,
    `write ${argument}.detach()`,
  );
}

/**
 * `ln(1 + e^(-target · input))` for targets of 1 and -1. Source: `torch.nn.functional.soft_margin_loss`.
 * @example
 * F.soft_margin_loss(torch.tensor([0.5, -1]), torch.tensor([1, -1])) // => tensor(0.3937)
 */
export function soft_margin_loss(input: Tensor, target: Tensor, options: ReductionOptions = {}): Tensor {
  const call = "nn.functional.soft_margin_loss";
  const reduction = onlyReduction(call, options);
  refuseGradient(call, "target", target);
  const losses = input.neg().mul(target).exp().add(1).log();
  return renameNode(reduce(losses, reduction), "SoftMarginLossBackward0");
}

/** A batch of scores as rows, one row for a vector. */
function toRows(call: string, input: Tensor): Tensor {
  if (input.ndim > 2 || input.size(-1) === 0) {
    throw new RuntimeError(
      call,
      `Expected non-empty vector or matrix with optional 0-dim batch size, but got: ${showShape(input.shape)}`,
    );
  }
  return input.ndim === 2 ? input : input.reshape(1, -1);
}

function checkLong(call: string, target: Tensor): void {
  if (target.dtype.name === "int64") return;
  throw new RuntimeError(call, `expected scalar type Long but found ${target.dtype.scalarName}`);
}

/**
 * For scores x and a class t, `Σ max(0, margin - x[t] + x[i])^p / C` over the other classes i; `weight[t]` multiplies what is
 * summed. Shapes: (N, C), (N), or (C), (). Errors: p other than 1 and 2, `target out of range`.
 * Source: `torch.nn.functional.multi_margin_loss`.
 * @example
 * F.multi_margin_loss(torch.tensor([[0.5, 1, 2]]), torch.tensor([2])) // => tensor(0.)
 */
export function multi_margin_loss(
  input: Tensor,
  target: Tensor,
  ...given: Rest<[p: number, margin: number, weight: Tensor | null], MultiMarginOptions>
): Tensor {
  const call = "nn.functional.multi_margin_loss";
  const names = { names: ["p", "margin", "weight"], only: ["reduction"] } as const;
  const bound = bindArguments<MultiMarginOptions>(call, given, names);
  const { p = 1, margin = 1, weight = null, reduction = "mean" } = bound;
  checkReduction(call, reduction);
  if (p !== 1 && p !== 2) throw new ValueError(call, "only p == 1 and p == 2 supported");
  if (weight !== null) {
    if (weight.ndim !== 1) throw new ValueError(call, "weight must be one-dimensional");
    refuseGradient(call, "weight", weight);
  }
  checkReduced("MultiMargin", input.dtype);
  const rows = toRows(call, input);
  const [count = 0, classes = 0] = rows.shape;
  if (target.ndim > 1 || target.numel() !== count) {
    throw new RuntimeError(call, `inconsistent target size, got: ${showShape(target.shape)}`);
  }
  checkLong(call, target);
  const labels = target.reshape(-1, 1);
  if (labels.lt(0).logical_or(labels.ge(classes)).any().item()) {
    throw new RuntimeError(call, "target out of range", `there are ${classes} classes`);
  }
  // relu, not clamp_min: a margin that is just kept gets no gradient.
  const hinges = rows.gather(1, labels).neg().add(margin).add(rows).relu();
  const powers = p === 1 ? hinges : hinges.mul(hinges);
  const weighted = weight === null ? powers : powers.mul(weight.at(labels));
  const losses = where(labels.eq(arange(classes)), 0, weighted)
    .sum(1)
    .div(classes);
  return renameNode(reduce(losses.reshape(target.shape), reduction), "MultiMarginLossBackward0");
}

/**
 * For scores x and the classes t of a row, which end at the first -1: `Σ max(0, 1 - x[t] + x[i]) / C` over all t and all
 * other classes i. Shapes: (N, C), (N, C), or (C), (C). Errors: `argument #2 'target' is out of range`.
 * Source: `torch.nn.functional.multilabel_margin_loss`.
 * @example
 * F.multilabel_margin_loss(torch.tensor([0.5, 1, 2]), torch.tensor([2, 0, -1])) // => tensor(0.5000)
 */
export function multilabel_margin_loss(
  input: Tensor,
  target: Tensor,
  options: ReductionOptions = {},
): Tensor {
  const call = "nn.functional.multilabel_margin_loss";
  const reduction = onlyReduction(call, options);
  const rows = toRows(call, input);
  const [, classes = 0] = rows.shape;
  if (String(target.shape) !== String(input.shape)) {
    throw new RuntimeError(call, `inconsistent size ${showShape(target.shape)} for argument #2 'target'`);
  }
  if (target.lt(-1).logical_or(target.ge(classes)).any().item()) {
    throw new RuntimeError(call, "argument #2 'target' is out of range", `there are ${classes} classes`);
  }
  checkLong(call, target);
  const given = target.reshape(rows.shape);
  const counts = given.ge(0).to(given.dtype).cumprod(1).ne(0).unsqueeze(2);
  const labels = given.clamp_min(0);
  const isTarget = counts.logical_and(labels.unsqueeze(2).eq(arange(classes))).any(1, true);
  const hinges = rows.gather(1, labels).neg().add(1).unsqueeze(2).add(rows.unsqueeze(1)).relu();
  const losses = where(counts.logical_and(isTarget.logical_not()), hinges, 0).sum([1, 2]).div(classes);
  return renameNode(
    reduce(losses.reshape(input.shape.slice(0, -1)), reduction),
    "MultilabelMarginLossBackward0",
  );
}

/**
 * The mean over classes of `-(t · ln σ(x) + (1 - t) · ln σ(-x))`: each class is a yes or no of its own. Shapes: (…, C),
 * (…, C). Source: `torch.nn.functional.multilabel_soft_margin_loss`.
 * @example
 * F.multilabel_soft_margin_loss(torch.tensor([[0.5, -1]]), torch.tensor([[1, 0]])) // => tensor(0.3937)
 */
export function multilabel_soft_margin_loss(
  input: Tensor,
  target: Tensor,
  ...given: Rest<[weight: Tensor | null], MultiLabelOptions>
): Tensor {
  const call = "nn.functional.multilabel_soft_margin_loss";
  const names = { names: ["weight"], only: ["reduction"] } as const;
  const { weight = null, reduction = "mean" } = bindArguments<MultiLabelOptions>(call, given, names);
  const yes = target.mul(logsigmoid(input));
  const no = target.neg().add(1).mul(logsigmoid(input.neg()));
  const each = yes.add(no).neg();
  const losses = (weight === null ? each : each.mul(weight)).sum(-1).div(input.size(-1));
  checkValid(call, reduction);
  return reduce(losses, reduction);
}
