import { TypeMismatch } from "../errors";
import type { ReducedName } from "../kernels";

/** The element types of this engine. */
export type DTypeName = "float32" | "float64" | "int64" | "bool" | ReducedName;

/** The typed arrays in which they are stored; float16 and bfloat16 stand rounded in a `Float32Array`. */
export type Data = Float32Array | Float64Array | BigInt64Array | Uint8Array;

/** An element type, such as `torch.float32`; compare with `===`. */
export class DType {
  readonly name: DTypeName;
  /** Bytes per element. */
  readonly itemsize: number;
  readonly is_floating_point: boolean;
  /** The name that PyTorch's messages use: `Float`, `Double`, `Long`, `Bool`. */
  readonly scalarName: string;

  constructor(name: DTypeName, itemsize: number, scalarName: string) {
    this.name = name;
    this.itemsize = itemsize;
    this.is_floating_point = name !== "int64" && name !== "bool";
    this.scalarName = scalarName;
    Object.freeze(this);
  }

  /** PyTorch's own text: `torch.float32`. */
  toString(): string {
    return `torch.${this.name}`;
  }
}

/** 32-bit floating point, PyTorch's default. */
export const float32 = new DType("float32", 4, "Float");
/** 64-bit floating point. */
export const float64 = new DType("float64", 8, "Double");
/** 16-bit floating point with 11 significant bits, up to 65504. Few operations have it on the processor. */
export const float16 = new DType("float16", 2, "Half");
/** 16-bit floating point with 8 significant bits and the range of float32. */
export const bfloat16 = new DType("bfloat16", 2, "BFloat16");
/** 64-bit signed integer. */
export const int64 = new DType("int64", 8, "Long");
/** True or false, one byte each. */
export const bool = new DType("bool", 1, "Bool");

/** How some of PyTorch's messages name a dtype: as C++ does. */
export const C_NAMES = {
  float16: "c10::Half",
  bfloat16: "c10::BFloat16",
  float32: "float",
  float64: "double",
  int64: "long int",
  bool: "bool",
} as const;

/** Throws PyTorch's sentence unless a dtype was given. */
export function checkDtype(dtype: unknown): asserts dtype is DType {
  if (dtype instanceof DType) return;
  const shown = typeof dtype === "string" ? "str" : String(dtype);
  throw new TypeMismatch(
    "torch",
    `argument 'dtype' must be torch.dtype, not ${shown}`,
    "write torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64 or torch.bool",
  );
}

/** A zeroed typed array for `length` elements of `dtype`. */
export function allocateData(dtype: DType, length: number): Data {
  return new (arrayOf(dtype))(length);
}

/** The whole of a buffer as elements of `dtype`. */
export function dataAround(dtype: DType, buffer: ArrayBuffer): Data {
  return new (arrayOf(dtype))(buffer);
}

type ArrayConstructor =
  | Float32ArrayConstructor
  | Float64ArrayConstructor
  | BigInt64ArrayConstructor
  | Uint8ArrayConstructor;

function arrayOf({ name }: DType): ArrayConstructor {
  switch (name) {
    case "float32":
    case "float16":
    case "bfloat16":
      return Float32Array;
    case "float64":
      return Float64Array;
    case "int64":
      return BigInt64Array;
    case "bool":
      return Uint8Array;
    default:
      return name satisfies never;
  }
}

/** Whether values of this dtype are kept as float32 that have been rounded to it. */
export function isReduced(name: DTypeName): name is ReducedName {
  return name === "float16" || name === "bfloat16";
}
