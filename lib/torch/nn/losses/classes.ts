import { bindArguments } from "../../arguments";
import { IndexError, RuntimeError, ValueError } from "../../errors";
import { arange, checkReduced, isTensor, renameNode, type Tensor, where } from "../../tensor";
import { checkReduction, type Reduction, type ReductionOptions, type WeightRest } from "./reduction";

/** Keywords of `nll_loss`: a weight for each class, and a class that does not count. */
export type NLLOptions = ReductionOptions & { weight?: Tensor | null; ignore_index?: number };
/** Keywords of `cross_entropy`. */
export type CrossEntropyOptions = NLLOptions & { label_smoothing?: number };

/** A batch with the classes last: rows of log-probabilities, and how the losses of the rows are shaped. */
type Rows = { readonly rows: Tensor; readonly shape: readonly number[]; readonly classes: number };

function toRows(call: string, input: Tensor): Rows {
  if (input.ndim === 0) throw new RuntimeError(call, "input tensor should be 1D or 2D", "got a 0-d tensor");
  const dim = input.ndim === 1 ? 0 : 1;
  const classes = input.shape[dim]!;
  const shape = input.shape.filter((_, d) => d !== dim);
  const order = [...input.shape.keys()].filter((d) => d !== dim);
  return { rows: input.permute([...order, dim]).reshape(-1, classes), shape, classes };
}

function checkTarget(call: string, target: Tensor, { shape, classes }: Rows, ignored: number): void {
  if (target.shape[0] !== shape[0] && shape.length > 0) {
    throw new ValueError(
      call,
      `Expected input batch_size (${shape[0]}) to match target batch_size (${target.shape[0]}).`,
    );
  }
  if (target.dtype.name !== "int64") {
    throw new RuntimeError(call, `expected scalar type Long but found ${target.dtype.scalarName}`);
  }
  if (String(target.shape) !== String(shape)) {
    throw new RuntimeError(
      call,
      `Expected target size [${shape.join(", ")}], got [${target.shape.join(", ")}]`,
    );
  }
  const wrong = Array.from(target.toTypedArray() as BigInt64Array, Number).find(
    (label) => label !== ignored && (label < 0 || label >= classes),
  );
  if (wrong !== undefined)
    throw new IndexError(call, `Target ${wrong} is out of bounds.`, `there are ${classes} classes`);
}

function checkWeight(call: string, weight: Tensor | null, classes: number): void {
  if (weight === null || (weight.ndim === 1 && weight.shape[0] === classes)) return;
  throw new RuntimeError(
    call,
    `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: [${weight.shape.join(", ")}]`,
  );
}

type Picked = {
  readonly losses: Tensor;
  readonly weights: Tensor;
  readonly counts: Tensor;
  readonly labels: Tensor;
};

/** The weighted loss of each row, and the weights by which a mean divides. */
function pick(
  rows: Tensor,
  target: Tensor,
  { weight, ignored }: { weight: Tensor | null; ignored: number },
): Picked {
  const flat = target.reshape(-1);
  const counts = flat.ne(ignored);
  const labels = where(counts, flat, 0);
  const picked = rows.at(arange(flat.numel()), labels).neg();
  const weights = where(counts, weight === null ? 1 : weight.at(labels), 0).to(rows.dtype);
  return { losses: where(counts, picked.mul(weights), 0), weights, counts, labels };
}

function reduceRows({ losses, weights }: Picked, reduction: Reduction, shape: readonly number[]): Tensor {
  if (reduction === "none") return losses.reshape(shape);
  return reduction === "sum" ? losses.sum() : losses.sum().div(weights.sum());
}

/**
 * The mean of `-weight[t] · input[t]` over a batch of log-probabilities and their classes t. Shapes: input (C), (N, C) or
 * (N, C, …), target without C. Rows whose class is `ignore_index` (-100) do not count.
 * Errors: `Target 5 is out of bounds.`, `expected scalar type Long but found Float`.
 * Source: `torch.nn.functional.nll_loss`.
 * @example
 * F.nll_loss(torch.tensor([[1.5, 2], [3, 4]]).log_softmax(1), torch.tensor([0, 1])) // => tensor(0.6437)
 */
export function nll_loss(input: Tensor, target: Tensor, ...given: WeightRest<NLLOptions>): Tensor {
  const call = "nn.functional.nll_loss";
  const bound = bindArguments<NLLOptions>(call, given, {
    names: ["weight"],
    only: ["ignore_index", "reduction"],
  });
  const { weight = null, ignore_index = -100, reduction = "mean" } = bound;
  checkReduction(call, reduction);
  const found = toRows(call, input);
  checkTarget(call, target, found, ignore_index);
  checkWeight(call, weight, found.classes);
  checkReduced("NllLoss", input.dtype);
  const picked = pick(found.rows, target, { weight, ignored: ignore_index });
  const node = input.ndim > 2 ? "NllLoss2DBackward0" : "NllLossBackward0";
  return renameNode(reduceRows(picked, reduction, found.shape), node);
}

/** The cross entropy with probabilities in place of classes. */
function withProbabilities(logs: Tensor, target: Tensor, options: Required<CrossEntropyOptions>): Tensor {
  const { weight, reduction, label_smoothing } = options;
  const dim = logs.ndim === 1 ? 0 : 1;
  const classes = logs.shape[dim]!;
  const goal = label_smoothing > 0 ? target.mul(1 - label_smoothing).add(label_smoothing / classes) : target;
  let terms = logs.mul(goal);
  if (weight !== null) terms = terms.mul(weight.view(logs.shape.map((size, d) => (d === dim ? size : 1))));
  if (reduction === "none") return terms.sum(dim).neg();
  if (reduction === "sum") return terms.sum().neg();
  return renameNode(
    terms
      .sum()
      .div(logs.numel() / classes)
      .neg(),
    "DivBackward1",
  );
}

function smoothed(logs: Tensor, target: Tensor, options: Required<CrossEntropyOptions>): Tensor {
  const { weight, ignore_index, reduction, label_smoothing } = options;
  const { rows, shape, classes } = toRows("nn.functional.cross_entropy", logs);
  const picked = pick(rows, target, { weight, ignored: ignore_index });
  const all = (weight === null ? rows : rows.mul(weight)).sum(1).neg();
  const losses = where(picked.counts, all, 0);
  const plain = reduceRows(picked, reduction, shape);
  const even = reduceRows({ ...picked, losses }, reduction, shape);
  return plain.mul(1 - label_smoothing).add(even.mul(label_smoothing / classes));
}

/**
 * `log_softmax` followed by `nll_loss`; the target holds classes, or, with the shape of the input, probabilities.
 * `label_smoothing` mixes the target with the uniform distribution. Source: `torch.nn.functional.cross_entropy`.
 * @example
 * F.cross_entropy(torch.zeros(1, 4), torch.tensor([2])) // => tensor(1.3863)
 */
export function cross_entropy(
  input: Tensor,
  target: Tensor,
  ...given: WeightRest<CrossEntropyOptions>
): Tensor {
  const call = "nn.functional.cross_entropy";
  const options = bindArguments<CrossEntropyOptions>(call, given, {
    names: ["weight"],
    only: ["ignore_index", "reduction", "label_smoothing"],
  });
  const full = {
    weight: options.weight ?? null,
    ignore_index: options.ignore_index ?? -100,
    reduction: options.reduction ?? ("mean" as const),
    label_smoothing: options.label_smoothing ?? 0,
  };
  checkReduction(call, full.reduction);
  const { label_smoothing } = full;
  if (!(label_smoothing >= 0 && label_smoothing <= 1)) {
    throw new RuntimeError(call, `label_smoothing must be between 0.0 and 1.0. Got: ${label_smoothing}`);
  }
  const logs = input.log_softmax(input.ndim === 1 ? 0 : 1);
  if (isTensor(target) && String(target.shape) === String(input.shape)) {
    checkWeight(call, full.weight, input.shape[input.ndim === 1 ? 0 : 1]!);
    return withProbabilities(logs, target, full);
  }
  const { weight, ignore_index, reduction } = full;
  if (label_smoothing === 0) return nll_loss(logs, target, { weight, ignore_index, reduction });
  checkTarget(call, target, toRows(call, logs), full.ignore_index);
  checkWeight(call, full.weight, input.shape[input.ndim === 1 ? 0 : 1]!);
  return smoothed(logs, target, full);
}
