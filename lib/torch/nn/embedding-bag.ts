import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { AssertionError } from "../errors";
import { normal_ } from "../init";
import type { Tensor } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { checkTable, tableSize } from "./embedding";
import { type BagMode, type EmbeddingBagOptions, embedding_bag } from "./functional/embedding-bag";
import { Module } from "./module";
import { Parameter } from "./parameter";
import { changedText } from "./python-text";

/** Keywords of `nn.EmbeddingBag`. */
export type EmbeddingBagModuleOptions = ParameterOptions &
  Omit<EmbeddingBagOptions, "offsets" | "per_sample_weights"> & { _weight?: Tensor };

type Positional = [
  max_norm: number | null,
  norm_type: number,
  scale_grad_by_freq: boolean,
  mode: BagMode,
  sparse: boolean,
  _weight: Tensor,
  include_last_offset: boolean,
  padding_idx: number | null,
];
type Bound = EmbeddingBagModuleOptions & { num_embeddings: number; embedding_dim: number };
type Inputs = { offsets?: Tensor | null; per_sample_weights?: Tensor | null };

const OPTIONAL = [
  "max_norm",
  "norm_type",
  "scale_grad_by_freq",
  "mode",
  "sparse",
  "_weight",
  "include_last_offset",
  "padding_idx",
] as const;

/**
 * Sums, means or maxima of rows of a table: see `nn.functional.embedding_bag`. Weight (num_embeddings, embedding_dim).
 *
 * Starts as N(0, 1); the row `padding_idx` is set to 0 after the draw. Source: `torch.nn.EmbeddingBag`.
 * @example
 * new nn.EmbeddingBag(10, 3, { mode: "sum" }) // => EmbeddingBag(10, 3, mode=sum)
 */
export class EmbeddingBag extends Module {
  readonly num_embeddings: number;
  readonly embedding_dim: number;
  max_norm: number | null;
  norm_type: number;
  readonly scale_grad_by_freq: boolean;
  readonly padding_idx: number | null;
  declare weight: Parameter;
  readonly mode: BagMode;
  readonly sparse: boolean;
  readonly include_last_offset: boolean;

  constructor(
    num_embeddings: number,
    embedding_dim: number,
    ...rest: Rest<Positional, EmbeddingBagModuleOptions>
  );
  constructor(...given: unknown[]) {
    super();
    const call = "nn.EmbeddingBag";
    const bound = bindModule<Bound>(call, given, {
      required: ["num_embeddings", "embedding_dim"],
      optional: OPTIONAL,
    });
    const { num_embeddings, embedding_dim, padding_idx = null, _weight } = bound;
    this.num_embeddings = num_embeddings;
    this.embedding_dim = embedding_dim;
    this.max_norm = bound.max_norm ?? null;
    this.norm_type = bound.norm_type ?? 2;
    this.scale_grad_by_freq = bound.scale_grad_by_freq ?? false;
    if (padding_idx !== null && (padding_idx >= num_embeddings || padding_idx < -num_embeddings)) {
      throw new AssertionError(call, "padding_idx must be within num_embeddings", `got ${padding_idx}`);
    }
    this.padding_idx = padding_idx !== null && padding_idx < 0 ? padding_idx + num_embeddings : padding_idx;
    if (_weight == null) {
      this.weight = emptyParameter([num_embeddings, embedding_dim], bound.dtype);
      this.reset_parameters();
    } else {
      checkTable(call, _weight, [num_embeddings, embedding_dim]);
      this.weight = new Parameter(_weight);
    }
    this.mode = bound.mode ?? "mean";
    this.sparse = bound.sparse ?? false;
    this.include_last_offset = bound.include_last_offset ?? false;
  }

  /** A bag around a table that exists; it is not learned unless `freeze: false`. */
  static from_pretrained(
    embeddings: Tensor,
    options: EmbeddingBagModuleOptions & { freeze?: boolean } = {},
  ): EmbeddingBag {
    const { freeze = true, ...rest } = options;
    const [rows, columns] = tableSize("nn.EmbeddingBag.from_pretrained", embeddings);
    const made = new EmbeddingBag(rows, columns, { ...rest, _weight: embeddings });
    made.weight.requires_grad = !freeze;
    return made;
  }

  /** Draws the table anew from N(0, 1) and sets the row `padding_idx` to 0. */
  reset_parameters(): void {
    normal_(this.weight);
    const { padding_idx } = this;
    if (padding_idx !== null) no_grad(() => this.weight.select(0, padding_idx).fill_(0));
  }

  override forward(
    input: Tensor,
    ...rest: Rest<[offsets: Tensor | null, per_sample_weights: Tensor | null], Inputs>
  ): Tensor {
    const given = bindArguments<Inputs>("nn.EmbeddingBag.forward", rest, {
      names: ["offsets", "per_sample_weights"],
    });
    const { max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_idx } = this;
    const keywords = {
      max_norm,
      norm_type,
      scale_grad_by_freq,
      mode,
      sparse,
      include_last_offset,
      padding_idx,
    };
    return embedding_bag(input, this.weight, { ...given, ...keywords });
  }

  override extra_repr(): string {
    const { max_norm, norm_type, scale_grad_by_freq, mode, padding_idx } = this;
    return `${this.num_embeddings}, ${this.embedding_dim}${changedText([
      ["max_norm", max_norm, null],
      ["norm_type", norm_type, 2],
      ["scale_grad_by_freq", scale_grad_by_freq, false],
      ["mode", mode, null],
      ["padding_idx", padding_idx, null],
    ])}`;
  }
}
