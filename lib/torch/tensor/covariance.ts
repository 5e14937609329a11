import { bindArguments } from "../arguments";
import { RuntimeError } from "../errors";
import { takeAlong } from "./along";
import { bool, float32, int64 } from "./dtype";
import { makeTensor } from "./make";
import { emptyStrided } from "./strided";
import type { Tensor } from "./tensor";

/** Keywords of `cov`: what is taken off the number of observations, how often each counts, how much each weighs. */
export type CovOptions = { correction?: number; fweights?: Tensor; aweights?: Tensor };

function checkRank(name: "cov" | "corrcoef", x: Tensor): void {
  if (x.ndim <= 2) return;
  const rule = `expected input to have two or fewer dimensions but got an input with ${x.ndim} dimensions`;
  throw new RuntimeError(`torch.${name}`, `${name}(): ${rule}`);
}

function checkWeights(name: "fweights" | "aweights", weights: Tensor, count: number): void {
  const call = "torch.cov";
  const refuse = (rule: string): never => {
    throw new RuntimeError(call, `cov(): expected ${name} to ${rule}`);
  };
  if (weights.ndim > 1)
    refuse(`have one or fewer dimensions but got ${name} with ${weights.ndim} dimensions`);
  const isIntegral = !weights.is_floating_point() && weights.dtype !== bool;
  if (name === "fweights" && !isIntegral)
    refuse(`have integral dtype but got fweights with ${weights.dtype.scalarName} dtype`);
  if (name === "aweights" && !weights.is_floating_point())
    refuse(`have floating point dtype but got aweights with ${weights.dtype.scalarName} dtype`);
  if (weights.numel() !== count) {
    refuse(
      `have the same numel as there are observations in the input but got ${weights.numel()} != ${count}`,
    );
  }
  if (weights.lt(0).any().item()) throw new RuntimeError(call, `cov(): ${name} cannot be negative`);
}

/** How much each observation counts in all, or null where all count alike. */
function observationWeights(count: number, { fweights, aweights }: CovOptions): Tensor | null {
  if (fweights !== undefined) checkWeights("fweights", fweights, count);
  if (aweights !== undefined) checkWeights("aweights", aweights, count);
  if (fweights === undefined) return aweights ?? null;
  return aweights === undefined ? fweights : fweights.mul(aweights);
}

/** The observations less `correction`; of weighted ones that is worth `correction · Σ w a / Σ w`. */
function degreesOfFreedom(
  count: number,
  weights: Tensor | null,
  { correction = 1, aweights }: CovOptions,
): number {
  if (weights === null) return count - correction;
  const total = weights.sum().item();
  if (aweights === undefined) return total - correction;
  return total - (correction * weights.mul(aweights).sum().item()) / total;
}

/** The covariances of variables, one a row of observations. */
export function covariances(input: Tensor, given: CovOptions): Tensor {
  const call = "torch.cov";
  const options = bindArguments<CovOptions>(call, [given], {
    names: [],
    only: ["correction", "fweights", "aweights"],
  });
  checkRank("cov", input);
  if (input.dtype === bool) throw new RuntimeError(call, "cov(): bool dtype is not supported for input");
  const rows = input.ndim < 2 ? input.view(1, -1) : input;
  const x = rows.is_floating_point() ? rows : rows.to(float32);
  const count = x.shape[1]!;
  const weights = observationWeights(count, options);
  const mean = weights === null ? x.sum(1, true).div(count) : x.mul(weights).sum(1, true).div(weights.sum());
  const centred = x.sub(mean);
  const weighted = weights === null ? centred : centred.mul(weights);
  const free = Math.max(degreesOfFreedom(count, weights, options), 0);
  return centred.matmul(weighted.t()).div(free).squeeze();
}

/** The values on the diagonal of a square matrix, as a column. */
function diagonal(matrix: Tensor): Tensor {
  const places = emptyStrided([matrix.shape[0]!, 1], int64);
  for (let i = 0; i < matrix.shape[0]!; i++) places.storage.data[i] = BigInt(i);
  return takeAlong(matrix, 1, makeTensor(places));
}

/** The correlations of variables, one a row of observations. */
export function correlations(input: Tensor): Tensor {
  checkRank("corrcoef", input);
  const matrix = covariances(input, {});
  if (matrix.ndim === 0) return matrix.div(matrix);
  const deviations = diagonal(matrix).sqrt();
  return matrix.div(deviations).div(deviations.view(1, -1)).clamp(-1, 1);
}
