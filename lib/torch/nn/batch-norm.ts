import { ValueError } from "../errors";
import type { Tensor } from "../tensor";
import { batch_norm } from "./functional/batch-norm";
import { NormBase, type NormRest } from "./norm-base";

const USUAL = { affine: true, track_running_stats: true };

/** What the batch norms share. */
abstract class BatchNormBase extends NormBase {
  override forward(input: Tensor): Tensor {
    this._check_input_dim(input);
    let factor = this.momentum ?? 0;
    if (this.training && this.num_batches_tracked !== null) {
      this.num_batches_tracked.add_(1);
      // Without momentum the running statistics are the means over all batches so far.
      if (this.momentum === null) factor = 1 / this.num_batches_tracked.item();
    }
    const uses = !this.training || this.track_running_stats;
    const mean = uses ? this.running_mean : null;
    const variance = uses ? this.running_var : null;
    const training = this.training || (this.running_mean === null && this.running_var === null);
    return batch_norm(input, mean, variance, this.weight, this.bias, training, factor, this.eps);
  }
}

function checkDims(
  call: string,
  input: Tensor,
  { allowed, shown }: { allowed: readonly number[]; shown: string },
): void {
  if (allowed.includes(input.ndim)) return;
  throw new ValueError(call, `expected ${shown} input (got ${input.ndim}D input)`);
}

/**
 * Batch normalisation of (N, C) or (N, C, L): see `nn.functional.batch_norm`. Nothing is drawn: weight is 1, bias 0; the
 * buffers running_mean, running_var and num_batches_tracked (int64) follow the batches in training and are used after `eval()`.
 * `momentum: null` averages over all batches. Ioffe & Szegedy 2015. Source: `torch.nn.BatchNorm1d`.
 * @example
 * new nn.BatchNorm1d(4) // => BatchNorm1d(4, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
 */
export class BatchNorm1d extends BatchNormBase {
  constructor(num_features: number, ...rest: NormRest);
  constructor(...given: unknown[]) {
    super({ call: "nn._BatchNorm", usual: USUAL }, given);
  }

  /** @internal */
  override _check_input_dim(input: Tensor): void {
    checkDims("nn.BatchNorm1d", input, { allowed: [2, 3], shown: "2D or 3D" });
  }
}

/**
 * Batch normalisation of images (N, C, H, W). Source: `torch.nn.BatchNorm2d`.
 * @example
 * new nn.BatchNorm2d(3) // => BatchNorm2d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
 */
export class BatchNorm2d extends BatchNormBase {
  constructor(num_features: number, ...rest: NormRest);
  constructor(...given: unknown[]) {
    super({ call: "nn._BatchNorm", usual: USUAL }, given);
  }

  /** @internal */
  override _check_input_dim(input: Tensor): void {
    checkDims("nn.BatchNorm2d", input, { allowed: [4], shown: "4D" });
  }
}

/**
 * Batch normalisation of volumes (N, C, D, H, W). Source: `torch.nn.BatchNorm3d`.
 * @example
 * new nn.BatchNorm3d(3) // => BatchNorm3d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
 */
export class BatchNorm3d extends BatchNormBase {
  constructor(num_features: number, ...rest: NormRest);
  constructor(...given: unknown[]) {
    super({ call: "nn._BatchNorm", usual: USUAL }, given);
  }

  /** @internal */
  override _check_input_dim(input: Tensor): void {
    checkDims("nn.BatchNorm3d", input, { allowed: [5], shown: "5D" });
  }
}
