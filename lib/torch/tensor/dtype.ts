import { TypeMismatch } from "../errors";

/** The element types of this engine. */
export type DTypeName = "float32" | "float64" | "int64" | "bool";

/** The typed arrays in which they are stored, row by row in the order of `DTypeName`. */
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
    this.is_floating_point = name === "float32" || name === "float64";
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
/** 64-bit signed integer. */
export const int64 = new DType("int64", 8, "Long");
/** True or false, one byte each. */
export const bool = new DType("bool", 1, "Bool");

/** How some of PyTorch's messages name a dtype: as C++ does. */
export const C_NAMES = { float32: "float", float64: "double", int64: "long int", bool: "bool" } as const;

/** Throws PyTorch's sentence unless a dtype was given. */
export function checkDtype(dtype: unknown): asserts dtype is DType {
  if (dtype instanceof DType) return;
  const shown = typeof dtype === "string" ? "str" : String(dtype);
  throw new TypeMismatch(
    "torch",
    `argument 'dtype' must be torch.dtype, not ${shown}`,
    "write torch.float32, torch.float64, torch.int64 or torch.bool",
  );
}

/** A zeroed typed array for `length` elements of `dtype`. */
export function allocateData(dtype: DType, length: number): Data {
  switch (dtype.name) {
    case "float32":
      return new Float32Array(length);
    case "float64":
      return new Float64Array(length);
    case "int64":
      return new BigInt64Array(length);
    case "bool":
      return new Uint8Array(length);
    default:
      return dtype.name satisfies never;
  }
}
