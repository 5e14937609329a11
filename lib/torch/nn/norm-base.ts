import { NotImplementedError } from "../errors";
import { ones_, zeros_ } from "../init";
import { ones, type Tensor, tensor, zeros } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { Module } from "./module";
import type { Parameter } from "./parameter";
import { pythonText } from "./python-text";

/** Keywords of the batch and instance norms. */
export type NormOptions = ParameterOptions & {
  eps?: number;
  momentum?: number | null;
  affine?: boolean;
  track_running_stats?: boolean;
};

/** What they take by position after the number of channels. */
export type NormRest = Rest<
  [eps: number, momentum: number | null, affine: boolean, track_running_stats: boolean],
  NormOptions
>;

type Bound = NormOptions & { num_features: number };

/** What batch and instance norms share: weight 1 and bias 0 for each channel, and running statistics as buffers. */
export abstract class NormBase extends Module {
  readonly num_features: number;
  eps: number;
  momentum: number | null;
  readonly affine: boolean;
  readonly track_running_stats: boolean;
  declare weight: Parameter | null;
  declare bias: Parameter | null;
  declare running_mean: Tensor | null;
  declare running_var: Tensor | null;
  declare num_batches_tracked: Tensor | null;

  constructor(
    { call, usual }: { call: string; usual: { affine: boolean; track_running_stats: boolean } },
    given: readonly unknown[],
  ) {
    super();
    const bound = bindModule<Bound>(call, given, {
      required: ["num_features"],
      optional: ["eps", "momentum", "affine", "track_running_stats"],
    });
    const { num_features, dtype } = bound;
    this.num_features = num_features;
    this.eps = bound.eps ?? 1e-5;
    this.momentum = bound.momentum === undefined ? 0.1 : bound.momentum;
    this.affine = bound.affine ?? usual.affine;
    this.track_running_stats = bound.track_running_stats ?? usual.track_running_stats;
    const options = dtype === undefined ? {} : { dtype };
    for (const name of ["weight", "bias"]) {
      this.register_parameter(name, this.affine ? emptyParameter([num_features], dtype) : null);
    }
    const tracked = this.track_running_stats;
    this.register_buffer("running_mean", tracked ? zeros([num_features], options) : null);
    this.register_buffer("running_var", tracked ? ones([num_features], options) : null);
    this.register_buffer("num_batches_tracked", tracked ? tensor(0) : null);
    this.reset_parameters();
  }

  /** Sets the running mean to 0, the running variance to 1 and the number of batches to 0. */
  reset_running_stats(): void {
    this.running_mean?.zero_();
    this.running_var?.fill_(1);
    this.num_batches_tracked?.zero_();
  }

  /** Sets the statistics anew, weight to 1 and bias to 0; nothing is drawn. */
  reset_parameters(): void {
    this.reset_running_stats();
    if (this.weight !== null) ones_(this.weight);
    if (this.bias !== null) zeros_(this.bias);
  }

  /** Throws unless the input has the dimensions that the class is for. @internal */
  _check_input_dim(_input: Tensor): void {
    throw new NotImplementedError(this._get_name(), "a norm without a number of dimensions cannot be called");
  }

  /** @internal */
  override get _version(): number {
    return 2;
  }

  /** States before version 2 do not count batches. @internal */
  override _toleratesMissing(name: string, version: number | undefined): boolean {
    return name === "num_batches_tracked" && (version ?? 1) < 2;
  }

  override extra_repr(): string {
    return `${this.num_features}, eps=${pythonText(this.eps)}, momentum=${pythonText(this.momentum)}, affine=${pythonText(this.affine)}, track_running_stats=${pythonText(this.track_running_stats)}`;
  }
}
