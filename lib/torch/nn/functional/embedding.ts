import { bindArguments } from "../../arguments";
import { no_grad } from "../../autograd";
import { AssertionError, IndexError, RuntimeError, TypeMismatch } from "../../errors";
import { isTensor, renameNode, type Tensor, typeName, where } from "../../tensor";
import type { Rest } from "../arguments";

/** Keywords of `embedding`. */
export type EmbeddingOptions = {
  padding_idx?: number | null;
  max_norm?: number | null;
  norm_type?: number;
  scale_grad_by_freq?: boolean;
  sparse?: boolean;
};
type Positional = [
  padding_idx: number | null,
  max_norm: number | null,
  norm_type: number,
  scale_grad_by_freq: boolean,
  sparse: boolean,
];

/**
 * The rows of `weight` that `input` names: (…) of int64 and (V, D) → (…, D). Rows longer than `max_norm` (in the norm
 * `norm_type`) are shortened in place first; the row `padding_idx` gets no gradient. `scale_grad_by_freq` and `sparse` concern
 * gradients only. Errors: `index out of range in self`. Source: `torch.nn.functional.embedding`.
 * @example
 * F.embedding(torch.tensor([1, 0, 1]), torch.tensor([[1, 2], [3, 4]])) // => tensor([[3, 4],\n        [1, 2],\n        [3, 4]])
 */
export function embedding(
  input: Tensor,
  weight: Tensor,
  ...rest: Rest<Positional, EmbeddingOptions>
): Tensor {
  const call = "nn.functional.embedding";
  const {
    padding_idx = null,
    max_norm = null,
    norm_type = 2,
  } = bindArguments<EmbeddingOptions>(call, rest, {
    names: ["padding_idx", "max_norm", "norm_type", "scale_grad_by_freq", "sparse"],
  });
  checkIndices(call, input, "embedding");
  const count = weight.shape[0]!;
  const padding = padding_idx === null ? null : paddingIndex(call, padding_idx, count);
  checkRange(call, input, count);
  if (max_norm !== null) shorten(weight, input, { max_norm, norm_type });
  const rows = weight.at(input);
  const blocked = padding === null ? rows : where(input.eq(padding).unsqueeze(-1), rows.detach(), rows);
  return renameNode(blocked, "EmbeddingBackward0");
}

/** Throws PyTorch's sentence unless the indices are an int64 tensor. */
export function checkIndices(call: string, input: unknown, name: string): asserts input is Tensor {
  if (!isTensor(input)) {
    throw new TypeMismatch(
      call,
      `${name}(): argument 'indices' (position 2) must be Tensor, not ${typeName(input)}`,
      "write torch.tensor([…])",
    );
  }
  if (input.dtype.name === "int64") return;
  const shown = input.dtype.name === "bool" ? "CPUBoolType" : `torch.${input.dtype.scalarName}Tensor`;
  throw new RuntimeError(
    call,
    `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got ${shown} instead (while checking arguments for ${name})`,
    "convert the indices: x.long()",
  );
}

/** The row that stands for nothing; negative ones count from the end. */
export function paddingIndex(call: string, index: number, count: number): number {
  if (index >= count || index < -count) {
    throw new AssertionError(
      call,
      "Padding_idx must be within num_embeddings",
      `got ${index} for ${count} rows`,
    );
  }
  return index < 0 ? index + count : index;
}

function checkRange(call: string, input: Tensor, count: number): void {
  const wrong = (input.toTypedArray() as BigInt64Array).find((index) => index < 0n || index >= count);
  if (wrong === undefined) return;
  throw new IndexError(call, "index out of range in self", `got ${wrong} for ${count} rows`);
}

/** Shortens the rows that are about to be used, each once. */
export function shorten(
  weight: Tensor,
  input: Tensor,
  { max_norm, norm_type }: { max_norm: number; norm_type: number },
): void {
  const used = [...new Set(input.toTypedArray() as BigInt64Array)].sort((a, b) => Number(a - b));
  no_grad(() => {
    for (const index of used) {
      const row = weight.detach().select(0, Number(index));
      const length = row.norm(norm_type).item();
      if (length > max_norm) row.mul_(max_norm / (length + 1e-7));
    }
  });
}
