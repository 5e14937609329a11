import { bindArguments } from "../arguments";
import { RuntimeError, TypeMismatch, ValueError } from "../errors";
import { withGradMode } from "./grad";
import { renameNode } from "./make";
import { isTensor, typeName } from "./operand";
import { checkReduced } from "./reduced-lacks";
import type { Tensor } from "./tensor";
import { triangleIndices } from "./triangle";

/** Keywords of `cosine_similarity`. */
export type SimilarityOptions = { dim?: number; eps?: number };
/** Keywords of `pairwise_distance`. */
export type DistanceOptions = { p?: number; eps?: number; keepdim?: boolean };
/** Keywords of `cdist`. */
export type CdistOptions = { p?: number; compute_mode?: string };

function checkTensors(name: string, given: Readonly<Record<string, unknown>>): void {
  Object.entries(given).forEach(([key, value], i) => {
    if (isTensor(value)) return;
    throw new TypeMismatch(
      `torch.${name}`,
      `${name}(): argument '${key}' (position ${i + 1}) must be Tensor, not ${typeName(value)}`,
      Array.isArray(value) ? "write torch.tensor([…])" : undefined,
    );
  });
}

/** The norm along a dimension, at least `eps`. As in PyTorch, the gradient passes through that bound. */
function boundedNorm(x: Tensor, dim: number, eps: number): Tensor {
  const squares = x.pow(2).sum(dim, true);
  withGradMode(false, () => squares.clamp_(eps * eps));
  return squares.sqrt();
}

/**
 * `x1 · x2 / (max(‖x1‖, eps) · max(‖x2‖, eps))` along a dimension, which goes; the inputs are broadcast. Errors: tensors of
 * integers. Source: `torch.cosine_similarity`, `torch.nn.functional.cosine_similarity`.
 * @example
 * torch.cosine_similarity(torch.tensor([[3, 4.5]]), torch.tensor([[1, 0.5]])) // => tensor([0.8682])
 */
export function cosine_similarity(
  x1: Tensor,
  x2: Tensor,
  ...given: [dim?: number, eps?: number] | [dim: number, options: SimilarityOptions] | [SimilarityOptions]
): Tensor {
  checkTensors("cosine_similarity", { x1, x2 });
  const call = "torch.cosine_similarity";
  const { dim = 1, eps = 1e-8 } = bindArguments<SimilarityOptions>(call, given, { names: ["dim", "eps"] });
  const { dtype } = x1.add(x2);
  if (!dtype.is_floating_point) {
    throw new RuntimeError(
      call,
      `expected common dtype to be floating point, yet common dtype is ${dtype.scalarName}`,
    );
  }
  const [a, b] = [x1.to(dtype), x2.to(dtype)];
  return a
    .div(boundedNorm(a, dim, eps))
    .mul(b.div(boundedNorm(b, dim, eps)))
    .sum(dim);
}

/**
 * `‖x1 - x2 + eps‖_p` along the last dimension; the inputs are broadcast. Shapes: (…, D), (…, D) → (…), or (…, 1) with
 * `keepdim`. Source: `torch.pairwise_distance`, `torch.nn.functional.pairwise_distance`.
 * @example
 * torch.pairwise_distance(torch.tensor([[3, 4.5]]), torch.zeros(1, 2)) // => tensor([5.4083])
 */
export function pairwise_distance(
  x1: Tensor,
  x2: Tensor,
  ...given:
    | [p?: number, eps?: number, keepdim?: boolean]
    | [p: number, options: DistanceOptions]
    | [p: number, eps: number, options: DistanceOptions]
    | [DistanceOptions]
): Tensor {
  checkTensors("pairwise_distance", { x1, x2 });
  const bound = bindArguments<DistanceOptions>("torch.pairwise_distance", given, {
    names: ["p", "eps", "keepdim"],
  });
  const { p = 2, eps = 1e-6, keepdim = false } = bound;
  return x1.sub(x2).add(eps).norm(p, -1, keepdim);
}

function checkPower(name: string, p: number): void {
  if (p >= 0) return;
  throw new RuntimeError(`torch.${name}`, `${name} only supports non-negative p values`, `got ${p}`);
}

/**
 * The distances `‖x_i - x_j‖_p` of all rows i < j, in that order. Shapes: (N, D) → (N (N - 1) / 2). Errors: another rank,
 * a negative p. Source: `torch.pdist`, `torch.nn.functional.pdist`.
 * @example
 * torch.pdist(torch.tensor([[0, 0.5], [1, 0.5], [0, 2.5]])) // => tensor([1.0000, 2.0000, 2.2361])
 */
export function pdist(input: Tensor, ...given: [p?: number] | [options?: { p?: number }]): Tensor {
  const call = "torch.pdist";
  checkTensors("pdist", { input });
  const { p = 2 } = bindArguments<{ p: number }>(call, given, { names: ["p"] });
  if (input.ndim !== 2) {
    throw new RuntimeError(call, `pdist only supports 2D tensors, got: ${input.ndim}D`);
  }
  if (!input.is_floating_point()) throw new RuntimeError(call, "pdist only supports floating-point dtypes");
  checkPower("pdist", p);
  checkReduced("Pdist", input.dtype);
  const rows = input.shape[0]!;
  const [first, second] = triangleIndices("triu", rows, rows, 1).unbind(0);
  return renameNode(input.at(first!).sub(input.at(second!)).norm(p, 1), "PdistBackward0");
}

const MODES = [
  "use_mm_for_euclid_dist_if_necessary",
  "use_mm_for_euclid_dist",
  "donot_use_mm_for_euclid_dist",
];

/**
 * The distances `‖x1_i - x2_j‖_p` of all rows of two matrices, or of batches of them. Shapes: (…, P, D), (…, R, D) →
 * (…, P, R). They are always taken from differences, whatever `compute_mode` asks for. Errors: columns that do not match, a
 * negative p. Source: `torch.cdist`.
 * @example
 * torch.cdist(torch.tensor([[0, 0.5], [1, 0.5]]), torch.tensor([[0, 2.5]])) // => tensor([[2.0000],\n        [2.2361]])
 */
export function cdist(
  x1: Tensor,
  x2: Tensor,
  ...given: [p?: number, compute_mode?: string] | [p: number, options: CdistOptions] | [CdistOptions]
): Tensor {
  const call = "torch.cdist";
  checkTensors("cdist", { x1, x2 });
  const names = { names: ["p", "compute_mode"] } as const;
  const { p = 2, compute_mode = MODES[0]! } = bindArguments<CdistOptions>(call, given, names);
  if (!MODES.includes(compute_mode)) {
    throw new ValueError(call, `${compute_mode} is not a valid value for compute_mode`);
  }
  for (const [name, x] of [
    ["X1", x1],
    ["X2", x2],
  ] as const) {
    if (x.ndim < 2) {
      throw new RuntimeError(call, `cdist only supports at least 2D tensors, ${name} got: ${x.ndim}D`);
    }
  }
  const [left, right] = [x1.size(-1), x2.size(-1)];
  if (left !== right) {
    throw new RuntimeError(call, `X1 and X2 must have the same number of columns. X1: ${left} X2: ${right}`);
  }
  checkPower("cdist", p);
  checkReduced("Cdist", x1.dtype);
  return renameNode(x1.unsqueeze(-2).sub(x2.unsqueeze(-3)).norm(p, -1), "CdistBackward0");
}
