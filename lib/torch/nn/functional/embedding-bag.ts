import { bindArguments } from "../../arguments";
import { NotImplementedError, RuntimeError, ValueError } from "../../errors";
import { renameNode, showShape, stack, type Tensor, tensor, zeros } from "../../tensor";
import type { Rest } from "../arguments";
import { checkIndices, paddingIndex, shorten } from "./embedding";

/** How a bag becomes one row. */
export type BagMode = "sum" | "mean" | "max";

/** Keywords of `embedding_bag`. */
export type EmbeddingBagOptions = {
  offsets?: Tensor | null;
  max_norm?: number | null;
  norm_type?: number;
  scale_grad_by_freq?: boolean;
  mode?: BagMode;
  sparse?: boolean;
  per_sample_weights?: Tensor | null;
  include_last_offset?: boolean;
  padding_idx?: number | null;
};
type Positional = [
  offsets: Tensor | null,
  max_norm: number | null,
  norm_type: number,
  scale_grad_by_freq: boolean,
  mode: BagMode,
  sparse: boolean,
  per_sample_weights: Tensor | null,
  include_last_offset: boolean,
  padding_idx: number | null,
];

const CALL = "nn.functional.embedding_bag";

/**
 * Sum, mean or maximum of the rows of each bag. `input` of shape (B, n) is B bags; of shape (n) it is cut at `offsets`.
 * The index `padding_idx` counts for nothing; an empty bag gives 0. `per_sample_weights` multiply the rows of a sum.
 * Shapes: → (B, D). Errors: offsets that do not fit. Source: `torch.nn.functional.embedding_bag`.
 * @example
 * F.embedding_bag(torch.tensor([[0, 1]]), torch.tensor([[1.5, 2], [3.5, 4]])) // => tensor([[2.5000, 3.0000]])
 */
export function embedding_bag(
  input: Tensor,
  weight: Tensor,
  ...rest: Rest<Positional, EmbeddingBagOptions>
): Tensor {
  const bound = bindArguments<EmbeddingBagOptions>(CALL, rest, {
    names: [
      "offsets",
      "max_norm",
      "norm_type",
      "scale_grad_by_freq",
      "mode",
      "sparse",
      "per_sample_weights",
      "include_last_offset",
      "padding_idx",
    ],
  });
  const { mode = "mean", per_sample_weights: weights = null, max_norm = null, norm_type = 2 } = bound;
  if (weights !== null && showShape(weights.shape) !== showShape(input.shape)) {
    throw new ValueError(
      CALL,
      `embedding_bag: If per_sample_weights (torch.Size(${showShape(weights.shape)})) is not None, then it must have the same shape as the input (torch.Size(${showShape(input.shape)}))`,
    );
  }
  const starts = startsOf(input, bound);
  checkMode(mode, weights);
  checkIndices(CALL, input, "embedding_bag");
  const count = weight.shape[0]!;
  const padding = bound.padding_idx == null ? null : paddingIndex(CALL, bound.padding_idx, count);
  if (max_norm !== null) shorten(weight, input, { max_norm, norm_type });
  const indices = [...(input.toTypedArray() as BigInt64Array)].map(Number);
  checkRange(indices, count);
  const scales = weights?.reshape(-1) ?? null;
  const bags = starts.map((start, b) => {
    const end = starts[b + 1] ?? indices.length;
    const places = indices.slice(start, end).flatMap((index, i) => (index === padding ? [] : [start + i]));
    return joined(weight, { places, indices, scales, mode });
  });
  const wanted = bound.include_last_offset ? bags.slice(0, -1) : bags;
  const empty = zeros([0, weight.shape[1]!], { dtype: weight.dtype });
  return wanted.length === 0 ? empty : renameNode(stack(wanted), "EmbeddingBagBackward0");
}

function joined(
  weight: Tensor,
  {
    places,
    indices,
    scales,
    mode,
  }: { places: readonly number[]; indices: readonly number[]; scales: Tensor | null; mode: BagMode },
): Tensor {
  if (places.length === 0) return zeros([weight.shape[1]!], { dtype: weight.dtype });
  const rows = weight.at(tensor(places.map((place) => indices[place]!)));
  switch (mode) {
    case "sum":
      return (scales === null ? rows : rows.mul(scales.at(tensor([...places])).unsqueeze(1))).sum(0);
    case "mean":
      return rows.mean(0);
    case "max":
      return rows.max(0).values;
    default:
      return mode satisfies never;
  }
}

function checkMode(mode: BagMode, weights: Tensor | null): void {
  if (mode !== "sum" && mode !== "mean" && mode !== "max") {
    throw new ValueError(CALL, "mode has to be one of sum, mean or max", `got ${String(mode)}`);
  }
  if (weights === null || mode === "sum") return;
  throw new NotImplementedError(
    CALL,
    `embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='${mode}'). Please open a feature request on GitHub.`,
  );
}

function checkRange(indices: readonly number[], count: number): void {
  const place = indices.findIndex((index) => index < 0 || index >= count);
  if (place === -1) return;
  throw new RuntimeError(CALL, `Index ${place} is out of bounds: ${indices[place]}, range 0 to ${count}`);
}

/** Where each bag begins in the flat input. */
function startsOf(
  input: Tensor,
  { offsets = null, include_last_offset = false }: EmbeddingBagOptions,
): number[] {
  if (input.ndim === 2) {
    if (offsets !== null) {
      throw new ValueError(
        CALL,
        "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, found offsets of type <class 'torch.Tensor'>",
      );
    }
    const [bags = 0, length = 0] = input.shape;
    return Array.from({ length: bags }, (_, b) => b * length);
  }
  if (input.ndim !== 1) {
    throw new ValueError(CALL, `input has to be 1D or 2D Tensor, but got Tensor of dimension ${input.ndim}`);
  }
  if (offsets === null) throw new ValueError(CALL, "offsets has to be a 1D Tensor but got None");
  if (offsets.ndim !== 1) throw new ValueError(CALL, "offsets has to be a 1D Tensor");
  const starts = [...(offsets.toTypedArray() as BigInt64Array)].map(Number);
  if (include_last_offset && starts.length === 0) {
    throw new RuntimeError(CALL, "include_last_offset: number of offset should be at least 1");
  }
  if (starts.length > 0 && starts[0] !== 0) {
    throw new RuntimeError(
      CALL,
      `offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got ${starts[0]}\n[ torch.LongTensor{} ]`,
    );
  }
  const last = starts.at(-1) ?? 0;
  if (last > input.numel()) {
    throw new RuntimeError(
      CALL,
      `offsets[-1] can not be greater than input's length ${input.numel()} but got offsets[-1] of ${last}`,
    );
  }
  return starts;
}
