import { TypeMismatch } from "../errors";
import { toInt64 } from "./convert";
import { TensorCore } from "./core";
import { allocateData, type DType } from "./dtype";
import { dtypeOfScalar, type Participant, resultType, type Scalar } from "./promote";
import { settle } from "./reduced";
import { Storage } from "./storage";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** What arithmetic takes beside a tensor: another tensor or a plain value. */
export type Operand = Tensor | Scalar;

/** Whether a value is a tensor of this engine. */
export function isTensor(value: unknown): value is Tensor {
  return value instanceof TensorCore;
}

/** Python's name for the type of a JavaScript value, as PyTorch's messages use it. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (Array.isArray(value)) return "list";
  if (isTensor(value)) return "Tensor";
  if (typeof value === "function" && typeof Reflect.get(value, "_get_name") !== "function") return "function";
  return value.constructor?.name === "Object" ? "dict" : (value.constructor?.name ?? "object");
}

/** Whether a value can stand for a number. */
export function isScalar(value: unknown): value is Scalar {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
}

/** Throws PyTorch's sentence unless `value` is a tensor or a plain value. */
export function checkOperand(call: string, value: unknown, name = "other"): asserts value is Operand {
  if (isTensor(value) || isScalar(value)) return;
  const method = call.slice(call.lastIndexOf(".") + 1);
  const wayOut =
    value === undefined
      ? "undefined was given: does the module or variable have that attribute?"
      : Array.isArray(value)
        ? "write torch.tensor([…])"
        : undefined;
  throw new TypeMismatch(
    call,
    `${method}(): argument '${name}' (position 1) must be Tensor, not ${typeName(value)}`,
    wayOut,
  );
}

/** A 0-d view that holds one plain value; it counts for nothing in the memory limit. */
export function scalarView(value: Scalar, dtype: DType): Strided {
  const data = allocateData(dtype, 1);
  if (data instanceof BigInt64Array) data[0] = typeof value === "bigint" ? value : toInt64(Number(value));
  else data[0] = dtype.name === "bool" ? Number(Boolean(value)) : Number(value);
  const view = { storage: new Storage(data), dtype, shape: [], strides: [], offset: 0 };
  settle(view);
  return view;
}

/** Throws PyTorch's sentence unless a method's argument is a tensor. */
export function checkTensor(call: string, value: unknown, name = "other"): asserts value is Tensor {
  if (isTensor(value)) return;
  const method = call.slice(call.lastIndexOf(".") + 1);
  throw new TypeMismatch(
    call,
    `${method}(): argument '${name}' (position 1) must be Tensor, not ${typeName(value)}`,
    isScalar(value) ? `write torch.tensor(${String(value)})` : undefined,
  );
}

/** How an operand takes part in promotion. */
export function participantOf(operand: Operand): Participant {
  if (!isTensor(operand)) return { dtype: dtypeOfScalar(operand), kind: "scalar" };
  return { dtype: operand.dtype, kind: operand.ndim === 0 ? "zero-dim" : "tensor" };
}

/** The dtype in which operands are combined. */
export function promotionOf(operands: readonly Operand[]): DType {
  return resultType(operands.map(participantOf));
}

/** The view of an operand, a plain value becoming one of `dtype`. */
export function viewOf(operand: Operand, dtype: DType): Strided {
  return isTensor(operand) ? operand[STRIDED] : scalarView(operand, dtype);
}

/** The tensors among some operands. */
export function tensorsOf(operands: readonly Operand[]): Tensor[] {
  return operands.filter(isTensor);
}
