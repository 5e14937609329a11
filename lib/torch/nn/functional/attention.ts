import { AssertionError } from "../../errors";
import { cat, showShape, type Tensor, zeros } from "../../tensor";
import { linear } from "../functional";
import {
  checkPaddingDtype,
  checkRanks,
  type MaskSizes,
  type Masks,
  mergeMasks,
  raiseMask,
  widen,
} from "./attention-masks";
import { dropout } from "./dropout";

const { sqrt } = Math;
const CALL = "nn.functional.multi_head_attention_forward";

/** The parameters of an attention: one matrix for query, key and value, or three. */
export type AttentionWeights = {
  readonly in_proj_weight: Tensor | null;
  readonly q_proj_weight: Tensor | null;
  readonly k_proj_weight: Tensor | null;
  readonly v_proj_weight: Tensor | null;
  readonly in_proj_bias: Tensor | null;
  readonly bias_k: Tensor | null;
  readonly bias_v: Tensor | null;
  readonly out_proj: { readonly weight: Tensor; readonly bias: Tensor | null };
};

/** How attention runs. */
export type AttentionSpec = Masks & {
  readonly embed_dim: number;
  readonly num_heads: number;
  readonly add_zero_attn: boolean;
  readonly dropout: number;
  readonly training: boolean;
  readonly need_weights: boolean;
  readonly average_attn_weights: boolean;
};

type Triple = [query: Tensor, key: Tensor, value: Tensor];

/**
 * Scaled dot-product attention with several heads: softmax(Q · Kᵀ/√d + mask) · V for each head, where Q, K and V are projections of
 * query (T, N, E), key and value (S, N, …). Gives the output (T, N, E) and the weights (N, T, S), averaged over heads or
 * (N, heads, T, S). Without N for one sample. Vaswani et al. 2017.
 */
export function attend(
  inputs: Triple,
  weights: AttentionWeights,
  spec: AttentionSpec,
): [Tensor, Tensor | null] {
  const { num_heads, embed_dim, training, need_weights } = spec;
  const isBatched = checkRanks(inputs, spec, num_heads);
  const [query, key, value] = isBatched ? inputs : (inputs.map((input) => input.unsqueeze(1)) as Triple);
  checkPaddingDtype(spec.key_padding_mask);
  checkSizes([query, key, value], weights, embed_dim);
  const [targets = 0, batch = 0] = query.shape;
  const sizes = { batch, heads: num_heads, targets, sources: key.shape[0]! };
  const { queries, keys, values, mask } = headsOf([query, key, value], weights, { spec, sizes, isBatched });
  const scaled = queries.div(sqrt(embed_dim / num_heads));
  const products = scaled.matmul(keys.transpose(1, 2));
  const attention = (mask === null ? products : mask.add(products)).softmax(-1);
  const kept = dropout(attention, spec.dropout, training);
  const joined = kept.matmul(values).transpose(0, 1).reshape(targets, batch, embed_dim);
  const output = linear(joined, weights.out_proj.weight, weights.out_proj.bias);
  const result = isBatched ? output : output.squeeze(1);
  return [result, need_weights ? shownWeights(kept, sizes, { spec, isBatched }) : null];
}

type Context = { readonly spec: AttentionSpec; readonly sizes: MaskSizes; readonly isBatched: boolean };

/** Queries, keys and values as (batch · heads, length, width of a head), with what biases and zeros add, and the mask. */
function headsOf(inputs: Triple, weights: AttentionWeights, { spec, sizes, isBatched }: Context) {
  const { batch, heads } = sizes;
  let [queries, keys, values] = project(inputs, weights);
  const padding = spec.key_padding_mask;
  let masks: Masks = {
    attn_mask: spec.attn_mask === null ? null : raiseMask(spec.attn_mask, sizes),
    key_padding_mask: padding !== null && !isBatched ? padding.unsqueeze(0) : padding,
  };
  if (weights.bias_k !== null && weights.bias_v !== null) {
    keys = cat([keys, weights.bias_k.expand(-1, batch, -1)]);
    values = cat([values, weights.bias_v.expand(-1, batch, -1)]);
    masks = widen(masks);
  }
  const width = spec.embed_dim / heads;
  const split = (all: Tensor) => all.reshape(all.shape[0]!, batch * heads, width).transpose(0, 1);
  [queries, keys, values] = [split(queries), split(keys), split(values)];
  if (spec.add_zero_attn) {
    const nothing = zeros([batch * heads, 1, width], { dtype: keys.dtype });
    keys = cat([keys, nothing], 1);
    values = cat([values, nothing], 1);
    masks = widen(masks);
  }
  const mask = mergeMasks(masks, { ...sizes, sources: keys.shape[1]! }, queries);
  return { queries, keys, values, mask };
}

function checkSizes(
  [query, key, value]: Triple,
  { in_proj_weight }: AttentionWeights,
  embed_dim: number,
): void {
  if (query.shape[2] !== embed_dim) {
    throw new AssertionError(
      CALL,
      `was expecting embedding dimension of ${embed_dim}, but got ${query.shape[2]}`,
    );
  }
  const dims = in_proj_weight === null ? 2 : 3;
  const [ours, theirs] = [key, value].map((input) => `torch.Size(${showShape(input.shape.slice(0, dims))})`);
  if (ours === theirs) return;
  throw new AssertionError(
    CALL,
    dims === 2
      ? `key's sequence and batch dims ${ours} do not match value's ${theirs}`
      : `key shape ${ours} does not match value shape ${theirs}`,
  );
}

function project([query, key, value]: Triple, weights: AttentionWeights): Triple {
  const { in_proj_weight, in_proj_bias, q_proj_weight, k_proj_weight, v_proj_weight } = weights;
  const size = query.shape[2]!;
  const part = (all: Tensor | null, i: number) => (all === null ? null : all.narrow(0, i * size, size));
  const weight = (i: number, own: Tensor | null) =>
    in_proj_weight === null ? own! : part(in_proj_weight, i)!;
  return [
    linear(query, weight(0, q_proj_weight), part(in_proj_bias, 0)),
    linear(key, weight(1, k_proj_weight), part(in_proj_bias, 1)),
    linear(value, weight(2, v_proj_weight), part(in_proj_bias, 2)),
  ];
}

function shownWeights(
  attention: Tensor,
  { batch, heads, targets }: MaskSizes,
  { spec, isBatched }: { spec: AttentionSpec; isBatched: boolean },
): Tensor {
  const perHead = attention.view(batch, heads, targets, attention.shape[2]!);
  const shown = spec.average_attn_weights ? perHead.sum(1).div(heads) : perHead;
  return isBatched ? shown : shown.squeeze(0);
}
