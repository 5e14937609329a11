import { bindArguments } from "../arguments";
import { RuntimeError } from "../errors";
import { xavier_uniform_ } from "../init";
import { arange, full, type Tensor, where, zeros } from "../tensor";
import { bindModule, type Rest } from "./arguments";
import { LayerNorm } from "./layer-norm";
import { type AnyModule, Module } from "./module";
import {
  type DecoderMasks,
  type EncoderMasks,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
  type TransformerLayerOptions,
} from "./transformer-layers";
import { TransformerDecoder, TransformerEncoder } from "./transformer-stacks";

/** Keywords of `nn.Transformer`. */
export type TransformerOptions = TransformerLayerOptions & {
  d_model?: number;
  nhead?: number;
  num_encoder_layers?: number;
  num_decoder_layers?: number;
  custom_encoder?: AnyModule | null;
  custom_decoder?: AnyModule | null;
};

/** Keywords of a call of a transformer. */
export type TransformerMasks = EncoderMasks & Omit<DecoderMasks, "memory_is_causal">;

const OPTIONAL = [
  "d_model",
  "nhead",
  "num_encoder_layers",
  "num_decoder_layers",
  "dim_feedforward",
  "dropout",
  "activation",
  "custom_encoder",
  "custom_decoder",
  "layer_norm_eps",
  "batch_first",
  "norm_first",
  "bias",
] as const;

/**
 * An encoder and a decoder: src (S, N, E) and tgt (T, N, E) give (T, N, E), or N first with `batch_first`. Vaswani et al. 2017.
 *
 * One layer of each is drawn and copied, so that all layers would start alike; then every weight of two or more dimensions is drawn
 * again by `xavier_uniform_`, in the order of `parameters()`. Source: `torch.nn.Transformer`.
 * @example
 * new nn.Transformer(4, 2, 1, 1, 8)(torch.zeros(3, 1, 4), torch.zeros(2, 1, 4)).shape // => 2,1,4
 */
export class Transformer extends Module {
  declare encoder: TransformerEncoder;
  declare decoder: TransformerDecoder;
  readonly d_model: number;
  readonly nhead: number;
  readonly batch_first: boolean;

  constructor(
    ...rest: Rest<
      [
        d_model: number,
        nhead: number,
        num_encoder_layers: number,
        num_decoder_layers: number,
        dim_feedforward: number,
        dropout: number,
      ],
      TransformerOptions
    >
  );
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<TransformerOptions>("nn.Transformer", given, { optional: OPTIONAL });
    const { d_model = 512, nhead = 8, num_encoder_layers, num_decoder_layers, ...others } = bound;
    const { custom_encoder, custom_decoder, ...options } = others;
    const { layer_norm_eps: eps = 1e-5, bias = true, dtype } = options;
    const norm = () => new LayerNorm(d_model, dtype === undefined ? { eps, bias } : { eps, bias, dtype });
    if (custom_encoder != null) this.add_module("encoder", custom_encoder);
    else {
      const layer = new TransformerEncoderLayer(d_model, nhead, options);
      this.encoder = new TransformerEncoder(layer, num_encoder_layers ?? 6, norm());
    }
    if (custom_decoder != null) this.add_module("decoder", custom_decoder);
    else {
      const layer = new TransformerDecoderLayer(d_model, nhead, options);
      this.decoder = new TransformerDecoder(layer, num_decoder_layers ?? 6, norm());
    }
    this._reset_parameters();
    this.d_model = d_model;
    this.nhead = nhead;
    this.batch_first = bound.batch_first ?? false;
  }

  /** Draws every parameter of two or more dimensions anew by `xavier_uniform_`. */
  _reset_parameters(): void {
    for (const parameter of this.parameters()) if (parameter.ndim > 1) xavier_uniform_(parameter);
  }

  /**
   * The mask (size, size) that lets each place see itself and what came before: -∞ above the diagonal, 0 elsewhere.
   * @example
   * nn.Transformer.generate_square_subsequent_mask(2) // => tensor([[0., -inf],\n        [0., 0.]])
   */
  static generate_square_subsequent_mask(size: number): Tensor {
    const places = arange(size);
    const isLater = places.unsqueeze(0).gt(places.unsqueeze(1));
    return where(isLater, full([size, size], Number.NEGATIVE_INFINITY), zeros(size, size));
  }

  override forward(
    src: Tensor,
    tgt: Tensor,
    ...rest: Rest<
      [
        src_mask: Tensor | null,
        tgt_mask: Tensor | null,
        memory_mask: Tensor | null,
        src_key_padding_mask: Tensor | null,
        tgt_key_padding_mask: Tensor | null,
        memory_key_padding_mask: Tensor | null,
      ],
      TransformerMasks
    >
  ): Tensor {
    const call = "nn.Transformer.forward";
    const given = bindArguments<TransformerMasks>(call, rest, {
      names: [
        "src_mask",
        "tgt_mask",
        "memory_mask",
        "src_key_padding_mask",
        "tgt_key_padding_mask",
        "memory_key_padding_mask",
      ],
      only: ["is_causal", "tgt_is_causal"],
    });
    const { src_mask, src_key_padding_mask, is_causal: _, ...others } = given;
    const batch = this.batch_first ? 0 : 1;
    if (src.ndim === 3 && src.shape[batch] !== tgt.shape[batch]) {
      throw new RuntimeError(call, "the batch number of src and tgt must be equal");
    }
    if (src.shape.at(-1) !== this.d_model || tgt.shape.at(-1) !== this.d_model) {
      throw new RuntimeError(call, "the feature number of src and tgt must be equal to d_model");
    }
    const memory = this.encoder(src, {
      mask: src_mask ?? null,
      src_key_padding_mask: src_key_padding_mask ?? null,
    });
    return this.decoder(tgt, memory, others);
  }
}
