import { bindArguments } from "../arguments";
import { AssertionError, RuntimeError } from "../errors";
import { constant_, xavier_normal_, xavier_uniform_ } from "../init";
import type { Tensor } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { attend } from "./functional/attention";
import { Linear } from "./linear";
import { Module } from "./module";
import type { Parameter } from "./parameter";

/** The output projection of an attention; a `Linear` under another name, as in PyTorch. */
export class NonDynamicallyQuantizableLinear extends Linear {}

/** Keywords of `nn.MultiheadAttention`. */
export type AttentionOptions = ParameterOptions & {
  dropout?: number;
  bias?: boolean;
  add_bias_kv?: boolean;
  add_zero_attn?: boolean;
  kdim?: number | null;
  vdim?: number | null;
  batch_first?: boolean;
};
type Positional = [
  dropout: number,
  bias: boolean,
  add_bias_kv: boolean,
  add_zero_attn: boolean,
  kdim: number | null,
  vdim: number | null,
  batch_first: boolean,
];
type Bound = AttentionOptions & { embed_dim: number; num_heads: number };

/** Keywords of a call of an attention. */
export type AttentionCall = {
  key_padding_mask?: Tensor | null;
  need_weights?: boolean;
  attn_mask?: Tensor | null;
  average_attn_weights?: boolean;
  is_causal?: boolean;
};
type CallPositional = [
  key_padding_mask: Tensor | null,
  need_weights: boolean,
  attn_mask: Tensor | null,
  average_attn_weights: boolean,
  is_causal: boolean,
];

/**
 * Attention with several heads: query (T, N, E), key (S, N, kdim), value (S, N, vdim) give [output (T, N, E), weights (N, T, S)]; with
 * `batch_first` N comes first. `attn_mask` (T, S) or (N · heads, T, S) and `key_padding_mask` (N, S) forbid where they are true,
 * or are added to the scores. Vaswani et al. 2017.
 *
 * out_proj is drawn first, as a `Linear`, then in_proj_weight (3E, E) by `xavier_uniform_` as one matrix, so that its bound is
 * √(6/4E) and not √(6/2E); with other kdim or vdim three matrices, each by itself. All biases start at 0, but bias_k and bias_v by
 * `xavier_normal_`. Errors: `embed_dim must be divisible by num_heads`. Source: `torch.nn.MultiheadAttention`.
 * @example
 * new nn.MultiheadAttention(4, 2).in_proj_weight.shape // => 12,4
 */
export class MultiheadAttention extends Module {
  readonly embed_dim: number;
  readonly kdim: number;
  readonly vdim: number;
  readonly num_heads: number;
  dropout: number;
  readonly batch_first: boolean;
  readonly head_dim: number;
  declare in_proj_weight: Parameter | null;
  declare q_proj_weight: Parameter | null;
  declare k_proj_weight: Parameter | null;
  declare v_proj_weight: Parameter | null;
  declare in_proj_bias: Parameter | null;
  declare out_proj: NonDynamicallyQuantizableLinear;
  declare bias_k: Parameter | null;
  declare bias_v: Parameter | null;
  readonly add_zero_attn: boolean;

  constructor(embed_dim: number, num_heads: number, ...rest: Rest<Positional, AttentionOptions>);
  constructor(...given: unknown[]) {
    super();
    const call = "nn.MultiheadAttention";
    const bound = bindModule<Bound>(call, given, {
      required: ["embed_dim", "num_heads"],
      optional: ["dropout", "bias", "add_bias_kv", "add_zero_attn", "kdim", "vdim", "batch_first"],
    });
    const { embed_dim, num_heads, bias = true, dtype } = bound;
    this.embed_dim = embed_dim;
    this.kdim = bound.kdim ?? embed_dim;
    this.vdim = bound.vdim ?? embed_dim;
    this.num_heads = num_heads;
    this.dropout = bound.dropout ?? 0;
    this.batch_first = bound.batch_first ?? false;
    this.head_dim = Math.floor(embed_dim / num_heads);
    if (this.head_dim * num_heads !== embed_dim) {
      throw new AssertionError(
        call,
        "embed_dim must be divisible by num_heads",
        `got ${embed_dim} and ${num_heads}`,
      );
    }
    const isShared = this.kdim === embed_dim && this.vdim === embed_dim;
    const own = (size: number) => (isShared ? null : emptyParameter([embed_dim, size], dtype));
    this.register_parameter("q_proj_weight", own(embed_dim));
    this.register_parameter("k_proj_weight", own(this.kdim));
    this.register_parameter("v_proj_weight", own(this.vdim));
    this.register_parameter(
      "in_proj_weight",
      isShared ? emptyParameter([3 * embed_dim, embed_dim], dtype) : null,
    );
    this.register_parameter("in_proj_bias", bias ? emptyParameter([3 * embed_dim], dtype) : null);
    const options = dtype === undefined ? { bias } : { bias, dtype };
    this.out_proj = new NonDynamicallyQuantizableLinear(embed_dim, embed_dim, options);
    const extra = () => (bound.add_bias_kv ? emptyParameter([1, 1, embed_dim], dtype) : null);
    this.bias_k = extra();
    this.bias_v = extra();
    this.add_zero_attn = bound.add_zero_attn ?? false;
    this._reset_parameters();
  }

  /** Draws the input projections, and bias_k and bias_v, anew, and sets the other biases to 0; out_proj's weight stays. */
  _reset_parameters(): void {
    for (const weight of [this.in_proj_weight, this.q_proj_weight, this.k_proj_weight, this.v_proj_weight]) {
      if (weight !== null) xavier_uniform_(weight);
    }
    if (this.in_proj_bias !== null) {
      constant_(this.in_proj_bias, 0);
      constant_(this.out_proj.bias!, 0);
    }
    if (this.bias_k !== null) xavier_normal_(this.bias_k);
    if (this.bias_v !== null) xavier_normal_(this.bias_v);
  }

  override forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    ...rest: Rest<CallPositional, AttentionCall>
  ): [output: Tensor, weights: Tensor | null] {
    const call = "nn.MultiheadAttention.forward";
    const given = bindArguments<AttentionCall>(call, rest, {
      names: ["key_padding_mask", "need_weights", "attn_mask", "average_attn_weights", "is_causal"],
    });
    const { key_padding_mask = null, attn_mask = null, is_causal = false } = given;
    if (is_causal && attn_mask === null) {
      throw new RuntimeError(call, "Need attn_mask if specifying the is_causal hint.");
    }
    const turns = this.batch_first && query.ndim === 3;
    const turn = (input: Tensor) => (turns ? input.transpose(0, 1) : input);
    const { embed_dim, num_heads, add_zero_attn, dropout, training } = this;
    const { need_weights = true, average_attn_weights = true } = given;
    const run = {
      embed_dim,
      num_heads,
      add_zero_attn,
      dropout,
      training,
      need_weights,
      average_attn_weights,
    };
    const spec = { ...run, key_padding_mask, attn_mask };
    const [output, weights] = attend([turn(query), turn(key), turn(value)], this, spec);
    return [turn(output), weights];
  }
}
