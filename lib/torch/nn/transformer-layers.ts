import { bindArguments } from "../arguments";
import { RuntimeError } from "../errors";
import type { Tensor } from "../tensor";
import { gelu } from "./activation";
import { bindModule, type ParameterOptions, type Rest } from "./arguments";
import { MultiheadAttention } from "./attention";
import { Dropout } from "./dropout";
import { relu } from "./functional";
import { LayerNorm } from "./layer-norm";
import { Linear } from "./linear";
import { Module } from "./module";

/** What stands between the two linear layers: a name, a function or a module. */
export type Activation = "relu" | "gelu" | ((input: Tensor) => Tensor);

/** Keywords of the layers of a transformer; `bias` is PyTorch 2's. */
export type TransformerLayerOptions = ParameterOptions & {
  dim_feedforward?: number;
  dropout?: number;
  activation?: Activation;
  layer_norm_eps?: number;
  batch_first?: boolean;
  norm_first?: boolean;
  bias?: boolean;
};

/** What they take by position after the width and the number of heads. */
export type TransformerLayerRest = Rest<
  [
    dim_feedforward: number,
    dropout: number,
    activation: Activation,
    layer_norm_eps: number,
    batch_first: boolean,
    norm_first: boolean,
  ],
  TransformerLayerOptions
>;

type Bound = TransformerLayerOptions & { d_model: number; nhead: number };

/** Keywords of a call of an encoder layer. */
export type EncoderMasks = {
  src_mask?: Tensor | null;
  src_key_padding_mask?: Tensor | null;
  is_causal?: boolean;
};

/** Keywords of a call of a decoder or decoder layer. */
export type DecoderMasks = {
  tgt_mask?: Tensor | null;
  memory_mask?: Tensor | null;
  tgt_key_padding_mask?: Tensor | null;
  memory_key_padding_mask?: Tensor | null;
  tgt_is_causal?: boolean;
  memory_is_causal?: boolean;
};

/** The names of the masks of a decoder in order. */
export const DECODER_MASKS = [
  "tgt_mask",
  "memory_mask",
  "tgt_key_padding_mask",
  "memory_key_padding_mask",
  "tgt_is_causal",
  "memory_is_causal",
] as const;

function bind(call: string, given: readonly unknown[]): Bound {
  return bindModule<Bound>(call, given, {
    required: ["d_model", "nhead"],
    optional: [
      "dim_feedforward",
      "dropout",
      "activation",
      "layer_norm_eps",
      "batch_first",
      "norm_first",
      "bias",
    ],
  });
}

function toActivation(call: string, activation: Activation): (input: Tensor) => Tensor {
  if (typeof activation === "function") return activation;
  if (activation === "relu") return relu;
  if (activation === "gelu") return gelu;
  throw new RuntimeError(call, `activation should be relu/gelu, not ${String(activation)}`);
}

/** What the layers of encoder and decoder share: parts made, and so drawn, in PyTorch's order. */
abstract class LayerBase extends Module {
  declare self_attn: MultiheadAttention;
  declare linear1: Linear;
  declare dropout: Dropout;
  declare linear2: Linear;
  declare norm_first: boolean;
  declare norm1: LayerNorm;
  declare norm2: LayerNorm;
  declare dropout1: Dropout;
  declare dropout2: Dropout;
  declare activation: (input: Tensor) => Tensor;

  /** Makes the parts; `attentions` and `norms` name those that the layer has. @internal */
  _make(
    call: string,
    bound: Bound,
    { attentions, norms }: { attentions: readonly string[]; norms: number },
  ): void {
    const { d_model, nhead, dim_feedforward = 2048, dropout = 0.1, bias = true, dtype } = bound;
    const common = dtype === undefined ? { bias } : { bias, dtype };
    const { batch_first = false, layer_norm_eps: eps = 1e-5 } = bound;
    for (const name of attentions) {
      this.add_module(name, new MultiheadAttention(d_model, nhead, { dropout, batch_first, ...common }));
    }
    this.linear1 = new Linear(d_model, dim_feedforward, common);
    this.dropout = new Dropout(dropout);
    this.linear2 = new Linear(dim_feedforward, d_model, common);
    this.norm_first = bound.norm_first ?? false;
    const numbers = Array.from({ length: norms }, (_, i) => i + 1);
    for (const i of numbers) this.add_module(`norm${i}`, new LayerNorm(d_model, { eps, ...common }));
    for (const i of numbers) this.add_module(`dropout${i}`, new Dropout(dropout));
    this.activation = toActivation(call, bound.activation ?? "relu");
  }

  /** Self-attention with a padding mask and an attention mask. @internal */
  _attendToSelf(x: Tensor, attn_mask: Tensor | null, key_padding_mask: Tensor | null): Tensor {
    return this.dropout1(this.self_attn(x, x, x, { attn_mask, key_padding_mask, need_weights: false })[0]);
  }

  /** The two linear layers. @internal */
  _feedForward(x: Tensor): Tensor {
    return this.linear2(this.dropout(this.activation(this.linear1(x))));
  }
}

/**
 * A layer of an encoder: self-attention and two linear layers, each with dropout, a residual branch and a `LayerNorm`, after the
 * sum or, with `norm_first`, before the branch. Shapes: (S, N, E) → (S, N, E), or (N, S, E) with `batch_first`. Vaswani et al. 2017.
 *
 * Drawn in this order: self_attn, linear1, linear2, each as it draws itself. Source: `torch.nn.TransformerEncoderLayer`.
 * @example
 * new nn.TransformerEncoderLayer(4, 2, 8)(torch.zeros(3, 1, 4)).shape // => 3,1,4
 */
export class TransformerEncoderLayer extends LayerBase {
  constructor(d_model: number, nhead: number, ...rest: TransformerLayerRest);
  constructor(...given: unknown[]) {
    super();
    const call = "nn.TransformerEncoderLayer";
    this._make(call, bind(call, given), { attentions: ["self_attn"], norms: 2 });
  }

  override forward(
    src: Tensor,
    ...rest: Rest<
      [src_mask: Tensor | null, src_key_padding_mask: Tensor | null, is_causal: boolean],
      EncoderMasks
    >
  ): Tensor {
    const given = bindArguments<EncoderMasks>("nn.TransformerEncoderLayer.forward", rest, {
      names: ["src_mask", "src_key_padding_mask", "is_causal"],
    });
    const attend = (x: Tensor) =>
      this._attendToSelf(x, given.src_mask ?? null, given.src_key_padding_mask ?? null);
    const feed = (x: Tensor) => this.dropout2(this._feedForward(x));
    if (this.norm_first) {
      const x = src.add(attend(this.norm1(src)));
      return x.add(feed(this.norm2(x)));
    }
    const x = this.norm1(src.add(attend(src)));
    return this.norm2(x.add(feed(x)));
  }
}

/**
 * A layer of a decoder: self-attention, attention to what the encoder gave, and two linear layers, each as in
 * `nn.TransformerEncoderLayer`. Shapes: tgt (T, N, E), memory (S, N, E) → (T, N, E). Vaswani et al. 2017.
 *
 * Drawn in this order: self_attn, multihead_attn, linear1, linear2. Source: `torch.nn.TransformerDecoderLayer`.
 * @example
 * new nn.TransformerDecoderLayer(4, 2)(torch.zeros(3, 1, 4), torch.zeros(5, 1, 4)).shape // => 3,1,4
 */
export class TransformerDecoderLayer extends LayerBase {
  declare multihead_attn: MultiheadAttention;
  declare norm3: LayerNorm;
  declare dropout3: Dropout;

  constructor(d_model: number, nhead: number, ...rest: TransformerLayerRest);
  constructor(...given: unknown[]) {
    super();
    const call = "nn.TransformerDecoderLayer";
    this._make(call, bind(call, given), { attentions: ["self_attn", "multihead_attn"], norms: 3 });
  }

  override forward(
    tgt: Tensor,
    memory: Tensor,
    ...rest: Rest<
      [
        tgt_mask: Tensor | null,
        memory_mask: Tensor | null,
        tgt_key_padding_mask: Tensor | null,
        memory_key_padding_mask: Tensor | null,
      ],
      DecoderMasks
    >
  ): Tensor {
    const given = bindArguments<DecoderMasks>("nn.TransformerDecoderLayer.forward", rest, {
      names: DECODER_MASKS,
    });
    const attend = (x: Tensor) =>
      this._attendToSelf(x, given.tgt_mask ?? null, given.tgt_key_padding_mask ?? null);
    const look = (x: Tensor) => {
      const attn_mask = given.memory_mask ?? null;
      const key_padding_mask = given.memory_key_padding_mask ?? null;
      const masks = { attn_mask, key_padding_mask, need_weights: false };
      return this.dropout2(this.multihead_attn(x, memory, memory, masks)[0]);
    };
    const feed = (x: Tensor) => this.dropout3(this._feedForward(x));
    if (this.norm_first) {
      let x = tgt.add(attend(this.norm1(tgt)));
      x = x.add(look(this.norm2(x)));
      return x.add(feed(this.norm3(x)));
    }
    let x = this.norm1(tgt.add(attend(tgt)));
    x = this.norm2(x.add(look(x)));
    return this.norm3(x.add(feed(x)));
  }
}
