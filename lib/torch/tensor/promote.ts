import { bool, type DType, float32, int64 } from "./dtype";

/** A number, bigint or boolean where a tensor could stand. */
export type Scalar = number | bigint | boolean;

const RANK: Record<DType["name"], number> = {
  bool: 0,
  int64: 1,
  float16: 2,
  bfloat16: 2,
  float32: 3,
  float64: 4,
};

/** The smaller dtype that holds the values of both: bool < int64 < float16, bfloat16 < float32 < float64. */
export function promoteTypes(a: DType, b: DType): DType {
  // Neither of the short formats holds the values of the other.
  if (a !== b && RANK[a.name] === RANK[b.name]) return float32;
  return RANK[a.name] >= RANK[b.name] ? a : b;
}

/** The dtype of a plain value: whole numbers are int64, other numbers float32, as in `torch.tensor(value)`. */
export function dtypeOfScalar(value: Scalar): DType {
  if (typeof value === "boolean") return bool;
  return typeof value === "bigint" || Number.isSafeInteger(value) ? int64 : float32;
}

function category(dtype: DType): number {
  return dtype.is_floating_point ? 2 : RANK[dtype.name];
}

function combine(higher: DType | null, lower: DType | null): DType | null {
  if (higher === null) return lower;
  if (lower === null) return higher;
  return category(lower) > category(higher) ? lower : higher;
}

/** What takes part in promotion: the dtype, and whether it is a tensor with dimensions, a 0-d tensor or a plain value. */
export type Participant = { readonly dtype: DType; readonly kind: "tensor" | "zero-dim" | "scalar" };

/**
 * PyTorch's promotion: among operands of one kind the wider dtype wins; a 0-d tensor changes the dtype of tensors with
 * dimensions, and a plain value that of tensors, only if it is of a higher category (bool < integer < floating point).
 */
export function resultType(participants: readonly Participant[]): DType {
  const byKind: Record<Participant["kind"], DType | null> = { tensor: null, "zero-dim": null, scalar: null };
  for (const { dtype, kind } of participants) {
    const before = byKind[kind];
    byKind[kind] = before === null ? dtype : promoteTypes(before, dtype);
  }
  return combine(byKind.tensor, combine(byKind["zero-dim"], byKind.scalar)) ?? float32;
}

/** The dtype in which a division, a mean or an `exp` of this dtype is computed. */
export function toFloating(dtype: DType): DType {
  return dtype.is_floating_point ? dtype : float32;
}

/** Whether a result of dtype `from` may be written in place into `to`. */
export function canCast(from: DType, to: DType): boolean {
  return category(from) <= category(to);
}
