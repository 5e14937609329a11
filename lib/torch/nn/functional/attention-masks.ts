import { AssertionError, RuntimeError } from "../../errors";
import { showShape, type Tensor, where, zeros, zeros_like } from "../../tensor";
import { tupleText } from "../python-text";
import { pad } from "./pad";

const CALL = "nn.functional.multi_head_attention_forward";

/** What attention may not look at: bool masks forbid where they hold, floating point ones are added to the scores. */
export type Masks = { readonly attn_mask: Tensor | null; readonly key_padding_mask: Tensor | null };

/** The sizes that masks must fit. */
export type MaskSizes = {
  readonly batch: number;
  readonly heads: number;
  readonly targets: number;
  readonly sources: number;
};

function check(holds: boolean, sentence: string): void {
  if (!holds) throw new AssertionError(CALL, sentence);
}

const SIZE = (shape: readonly number[]) => `torch.Size(${showShape(shape)})`;

/** Throws unless query, key, value and masks have the ranks that belong together. Says whether there is a batch. */
export function checkRanks(
  [query, key, value]: readonly [Tensor, Tensor, Tensor],
  { attn_mask, key_padding_mask }: Masks,
  num_heads: number,
): boolean {
  const rank = query.ndim;
  if (rank !== 2 && rank !== 3) {
    throw new AssertionError(
      CALL,
      `query should be unbatched 2D or batched 3D tensor but received ${rank}-D query tensor`,
    );
  }
  const kind = rank === 3 ? "batched (3-D)" : "unbatched (2-D)";
  check(
    key.ndim === rank && value.ndim === rank,
    `For ${kind} \`query\`, expected \`key\` and \`value\` to be ${rank}-D but found ${key.ndim}-D and ${value.ndim}-D tensors respectively`,
  );
  check(
    key_padding_mask === null || key_padding_mask.ndim === rank - 1,
    `For ${kind} \`query\`, expected \`key_padding_mask\` to be \`None\` or ${rank - 1}-D but found ${key_padding_mask?.ndim}-D tensor instead`,
  );
  check(
    attn_mask === null || attn_mask.ndim === 2 || attn_mask.ndim === 3,
    `For ${kind} \`query\`, expected \`attn_mask\` to be \`None\`, 2-D or 3-D but found ${attn_mask?.ndim}-D tensor instead`,
  );
  if (rank === 2 && attn_mask?.ndim === 3) {
    const wanted = [num_heads, query.shape[0]!, key.shape[0]!];
    check(
      showShape(attn_mask.shape) === showShape(wanted),
      `Expected \`attn_mask\` shape to be ${tupleText(wanted)} but got ${SIZE(attn_mask.shape)}`,
    );
  }
  return rank === 3;
}

/** Throws unless a padding mask is bool or floating point. */
export function checkPaddingDtype(mask: Tensor | null): void {
  check(
    mask === null || mask.dtype.name === "bool" || mask.is_floating_point(),
    "only bool and floating types of key_padding_mask are supported",
  );
}

/** The attention mask with a dimension for batch and heads, its size checked. */
export function raiseMask(mask: Tensor, { batch, heads, targets, sources }: MaskSizes): Tensor {
  check(
    mask.is_floating_point() || mask.dtype.name === "bool",
    `Only float, byte, and bool types are supported for attn_mask, not ${mask.dtype}`,
  );
  const wanted = mask.ndim === 2 ? [targets, sources] : [batch * heads, targets, sources];
  if (showShape(mask.shape) !== showShape(wanted)) {
    throw new RuntimeError(
      CALL,
      `The shape of the ${mask.ndim}D attn_mask is ${SIZE(mask.shape)}, but should be ${tupleText(wanted)}.`,
    );
  }
  return mask.ndim === 2 ? mask.unsqueeze(0) : mask;
}

/** Both masks for one source more, which may always be seen. */
export function widen({ attn_mask, key_padding_mask }: Masks): Masks {
  const more = (mask: Tensor | null) => (mask === null ? null : pad(mask, [0, 1]));
  return { attn_mask: more(attn_mask), key_padding_mask: more(key_padding_mask) };
}

/** What is added to the scores (batch · heads, targets, sources) on account of both masks; null for nothing. */
export function mergeMasks(
  { attn_mask, key_padding_mask }: Masks,
  { batch, heads, sources }: MaskSizes,
  like: Tensor,
): Tensor | null {
  const own = attn_mask === null ? null : additive(attn_mask, like);
  if (key_padding_mask === null) return own;
  check(
    showShape(key_padding_mask.shape) === showShape([batch, sources]),
    `expecting key_padding_mask shape of ${tupleText([batch, sources])}, but got ${SIZE(key_padding_mask.shape)}`,
  );
  const padding = additive(key_padding_mask, like)
    .view(batch, 1, 1, sources)
    .expand(-1, heads, -1, -1)
    .reshape(batch * heads, 1, sources);
  return own === null ? padding : own.add(padding);
}

function additive(mask: Tensor, like: Tensor): Tensor {
  if (mask.dtype.name !== "bool") return mask;
  const nothing = zeros_like(mask, { dtype: like.dtype });
  return where(mask, zeros([], { dtype: like.dtype }).sub(Number.POSITIVE_INFINITY), nothing);
}
