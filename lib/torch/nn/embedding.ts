import { no_grad } from "../autograd";
import { AssertionError } from "../errors";
import { normal_ } from "../init";
import { showShape, type Tensor } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { type EmbeddingOptions, embedding, paddingIndex } from "./functional/embedding";
import { Module } from "./module";
import { Parameter } from "./parameter";
import { changedText } from "./python-text";

/** Keywords of `nn.Embedding`. `_weight` takes a table that exists already; nothing is drawn then. */
export type EmbeddingModuleOptions = ParameterOptions & EmbeddingOptions & { _weight?: Tensor };

type Positional = [
  padding_idx: number | null,
  max_norm: number | null,
  norm_type: number,
  scale_grad_by_freq: boolean,
  sparse: boolean,
  _weight: Tensor,
];
type Bound = EmbeddingModuleOptions & { num_embeddings: number; embedding_dim: number };

/** Throws unless a given table has the size that was asked for. */
export function checkTable(
  call: string,
  table: Tensor,
  size: readonly [rows: number, columns: number],
): void {
  if (showShape(table.shape) === showShape(size)) return;
  throw new AssertionError(
    call,
    "Shape of weight does not match num_embeddings and embedding_dim",
    `got ${showShape(table.shape)}, wanted ${showShape(size)}`,
  );
}

/** The size of a table that is to be used as it is. */
export function tableSize(call: string, table: Tensor): [rows: number, columns: number] {
  if (table.ndim === 2) return [table.shape[0]!, table.shape[1]!];
  throw new AssertionError(
    call,
    "Embeddings parameter is expected to be 2-dimensional",
    `got ${showShape(table.shape)}`,
  );
}

/**
 * A table of rows, looked up by int64 indices: (…) → (…, embedding_dim), see `nn.functional.embedding`. Weight
 * (num_embeddings, embedding_dim).
 *
 * Starts as N(0, 1), whatever its size; the row `padding_idx` is set to 0 after the draw.
 * Errors: `Padding_idx must be within num_embeddings`. Source: `torch.nn.Embedding`.
 * @example
 * new nn.Embedding(10, 3, { padding_idx: -1 }) // => Embedding(10, 3, padding_idx=9)
 */
export class Embedding extends Module {
  readonly num_embeddings: number;
  readonly embedding_dim: number;
  readonly padding_idx: number | null;
  max_norm: number | null;
  norm_type: number;
  readonly scale_grad_by_freq: boolean;
  readonly sparse: boolean;
  declare weight: Parameter;

  constructor(
    num_embeddings: number,
    embedding_dim: number,
    ...rest: Rest<Positional, EmbeddingModuleOptions>
  );
  constructor(...given: unknown[]) {
    super();
    const call = "nn.Embedding";
    const bound = bindModule<Bound>(call, given, {
      required: ["num_embeddings", "embedding_dim"],
      optional: ["padding_idx", "max_norm", "norm_type", "scale_grad_by_freq", "sparse", "_weight"],
    });
    const { num_embeddings, embedding_dim, padding_idx, _weight } = bound;
    this.num_embeddings = num_embeddings;
    this.embedding_dim = embedding_dim;
    this.padding_idx = padding_idx == null ? null : paddingIndex(call, padding_idx, num_embeddings);
    this.max_norm = bound.max_norm ?? null;
    this.norm_type = bound.norm_type ?? 2;
    this.scale_grad_by_freq = bound.scale_grad_by_freq ?? false;
    this.sparse = bound.sparse ?? false;
    if (_weight == null) {
      this.weight = emptyParameter([num_embeddings, embedding_dim], bound.dtype);
      this.reset_parameters();
    } else {
      checkTable(call, _weight, [num_embeddings, embedding_dim]);
      this.weight = new Parameter(_weight);
    }
  }

  /**
   * An embedding around a table that exists; it is not learned unless `freeze: false`.
   * @example
   * nn.Embedding.from_pretrained(torch.ones(2, 3)).weight.requires_grad // => false
   */
  static from_pretrained(
    embeddings: Tensor,
    freeze: boolean | (EmbeddingOptions & { freeze?: boolean }) = true,
    options: EmbeddingOptions = {},
  ): Embedding {
    const { freeze: frozen = true, ...rest } = typeof freeze === "boolean" ? { freeze, ...options } : freeze;
    const [rows, columns] = tableSize("nn.Embedding.from_pretrained", embeddings);
    const made = new Embedding(rows, columns, { ...rest, _weight: embeddings });
    made.weight.requires_grad = !frozen;
    return made;
  }

  /** Draws the table anew from N(0, 1) and sets the row `padding_idx` to 0. */
  reset_parameters(): void {
    normal_(this.weight);
    const { padding_idx } = this;
    if (padding_idx !== null) no_grad(() => this.weight.select(0, padding_idx).fill_(0));
  }

  override forward(input: Tensor): Tensor {
    const { weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse } = this;
    return embedding(input, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
  }

  override extra_repr(): string {
    return `${this.num_embeddings}, ${this.embedding_dim}${changedText([
      ["padding_idx", this.padding_idx, null],
      ["max_norm", this.max_norm, null],
      ["norm_type", this.norm_type, 2],
      ["scale_grad_by_freq", this.scale_grad_by_freq, false],
      ["sparse", this.sparse, false],
    ])}`;
  }
}
