import { TypeMismatch } from "../errors";
import { DType, type DTypeName, float32 } from "./dtype";
import { formatDouble } from "./format-double";
import { typeName } from "./operand";

type Limits = readonly [bits: number, eps: number, max: number, tiny: number, resolution: number];

const FLOATS: Partial<Record<DTypeName, Limits>> = {
  float16: [16, 2 ** -10, 65504, 2 ** -14, 1e-3],
  bfloat16: [16, 2 ** -7, 2 ** 127 * (2 - 2 ** -7), 2 ** -126, 1e-2],
  float32: [32, 2 ** -23, 2 ** 127 * (2 - 2 ** -23), 2 ** -126, 1e-6],
  float64: [64, 2 ** -52, Number.MAX_VALUE, 2 ** -1022, 1e-15],
};

/** The limits of a floating point dtype; made by `torch.finfo`. */
class FInfo {
  readonly dtype: DTypeName;
  readonly bits: number;
  /** The distance from 1 to the next larger value. */
  readonly eps: number;
  readonly max: number;
  readonly min: number;
  /** The smallest positive value that keeps all digits. */
  readonly smallest_normal: number;
  readonly tiny: number;
  /** The decimal digits that are always kept, as 10^-digits. */
  readonly resolution: number;

  constructor(dtype: DTypeName, [bits, eps, max, tiny, resolution]: Limits) {
    this.dtype = dtype;
    this.bits = bits;
    this.eps = eps;
    this.max = max;
    this.min = -max;
    this.smallest_normal = tiny;
    this.tiny = tiny;
    this.resolution = resolution;
  }

  /** PyTorch's text. */
  toString(): string {
    const parts = (["resolution", "min", "max", "eps", "smallest_normal", "tiny"] as const).map(
      (name) => `${name}=${formatDouble(this[name])}`,
    );
    return `finfo(${parts.join(", ")}, dtype=${this.dtype})`;
  }
}

/**
 * What a floating point dtype can hold: `eps`, `max`, `min`, `tiny`, `resolution`, `bits`; float32 unless given.
 * Errors: `torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'`.
 * Source: `torch.finfo`.
 * @example
 * torch.finfo(torch.float16).max // => 65504
 */
export function finfo(type: DType = float32): FInfo {
  checkType("finfo", type);
  const limits = FLOATS[type.name];
  if (limits !== undefined) return new FInfo(type.name, limits);
  throw new TypeMismatch(
    "torch.finfo",
    "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'",
    `got ${type}`,
  );
}

/** The limits of an integer dtype; made by `torch.iinfo`. */
class IInfo {
  readonly dtype = "int64";
  readonly bits = 64;
  readonly max = 2n ** 63n - 1n;
  readonly min = -(2n ** 63n);

  /** PyTorch's text. */
  toString(): string {
    return `iinfo(min=${formatDouble(Number(this.min))}, max=${formatDouble(Number(this.max))}, dtype=${this.dtype})`;
  }
}

/**
 * What int64, this engine's one integer dtype, can hold; `max` and `min` are bigints.
 * Errors: `torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'`. Source: `torch.iinfo`.
 * @example
 * torch.iinfo(torch.int64).max // => 9223372036854775807
 */
export function iinfo(type: DType): IInfo {
  checkType("iinfo", type);
  if (type.name === "int64") return new IInfo();
  throw new TypeMismatch(
    "torch.iinfo",
    type.is_floating_point
      ? "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'"
      : "torch.bool is not supported by torch.iinfo",
    `got ${type}`,
  );
}

function checkType(name: string, type: unknown): asserts type is DType {
  if (type instanceof DType) return;
  throw new TypeMismatch(
    `torch.${name}`,
    `${name}(): argument 'type' (position 1) must be torch.dtype, not ${typeName(type)}`,
    "write torch.float32, not its name",
  );
}
