import { bindArguments } from "../arguments";
import type { Tensor } from "../tensor";
import { bindModule, type Rest } from "./arguments";
import { checkPaddingDtype } from "./functional/attention-masks";
import { type AnyModule, Module } from "./module";
import { ModuleList } from "./module-list";
import { DECODER_MASKS, type DecoderMasks, type EncoderMasks } from "./transformer-layers";

/** A module that is called with keywords. */
type Called = (...inputs: unknown[]) => Tensor;

/** Copies of a layer, each with parameters of its own and, at first, the same values. */
function copiesOf(layer: AnyModule, count: number): ModuleList {
  return new ModuleList(Array.from({ length: count }, () => (layer as Module)._deepcopy()));
}

/** Keywords of a call of an encoder. */
export type EncoderCall = Pick<EncoderMasks, "src_key_padding_mask" | "is_causal"> & { mask?: Tensor | null };

/**
 * Copies of an encoder layer one after the other, and a norm at the end if one is given. The copies start with the same values;
 * nothing is drawn. Source: `torch.nn.TransformerEncoder`.
 * @example
 * new nn.TransformerEncoder(new nn.TransformerEncoderLayer(4, 2), 2)(torch.zeros(3, 1, 4)).shape // => 3,1,4
 */
export class TransformerEncoder extends Module {
  declare layers: ModuleList;
  readonly num_layers: number;
  declare norm: AnyModule | null;

  constructor(
    encoder_layer: AnyModule,
    num_layers: number,
    ...rest: Rest<
      [norm: AnyModule | null],
      { norm?: AnyModule | null; enable_nested_tensor?: boolean; mask_check?: boolean }
    >
  );
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<{
      encoder_layer: AnyModule;
      num_layers: number;
      norm?: AnyModule | null;
      enable_nested_tensor?: boolean;
      mask_check?: boolean;
    }>("nn.TransformerEncoder", given, {
      required: ["encoder_layer", "num_layers"],
      optional: ["norm", "enable_nested_tensor", "mask_check"],
    });
    this.layers = copiesOf(bound.encoder_layer, bound.num_layers);
    this.num_layers = bound.num_layers;
    this.norm = bound.norm ?? null;
  }

  override forward(
    src: Tensor,
    ...rest: Rest<[mask: Tensor | null, src_key_padding_mask: Tensor | null, is_causal: boolean], EncoderCall>
  ): Tensor {
    const given = bindArguments<EncoderCall>("nn.TransformerEncoder.forward", rest, {
      names: ["mask", "src_key_padding_mask", "is_causal"],
    });
    const src_key_padding_mask = given.src_key_padding_mask ?? null;
    checkPaddingDtype(src_key_padding_mask);
    let output = src;
    for (const layer of this.layers) {
      output = (layer as unknown as Called)(output, { src_mask: given.mask ?? null, src_key_padding_mask });
    }
    return this.norm === null ? output : (this.norm as unknown as Called)(output);
  }
}

/**
 * Copies of a decoder layer one after the other, and a norm at the end if one is given. The copies start with the same values;
 * nothing is drawn. Source: `torch.nn.TransformerDecoder`.
 * @example
 * new nn.TransformerDecoder(new nn.TransformerDecoderLayer(4, 2), 2)(torch.zeros(3, 1, 4), torch.zeros(5, 1, 4)).shape // => 3,1,4
 */
export class TransformerDecoder extends Module {
  declare layers: ModuleList;
  readonly num_layers: number;
  declare norm: AnyModule | null;

  constructor(
    decoder_layer: AnyModule,
    num_layers: number,
    ...rest: Rest<[norm: AnyModule | null], { norm?: AnyModule | null }>
  );
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<{ decoder_layer: AnyModule; num_layers: number; norm?: AnyModule | null }>(
      "nn.TransformerDecoder",
      given,
      { required: ["decoder_layer", "num_layers"], optional: ["norm"] },
    );
    this.layers = copiesOf(bound.decoder_layer, bound.num_layers);
    this.num_layers = bound.num_layers;
    this.norm = bound.norm ?? null;
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
    const given = bindArguments<DecoderMasks>("nn.TransformerDecoder.forward", rest, {
      names: DECODER_MASKS,
    });
    let output = tgt;
    for (const layer of this.layers) output = (layer as unknown as Called)(output, memory, given);
    return this.norm === null ? output : (this.norm as unknown as Called)(output);
  }
}
