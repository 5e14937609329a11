import { TypeMismatch, ValueError } from "../errors";
import { toInt64 } from "./convert";
import { allocateData, bool, checkDtype, type Data, type DType, float32, float64, int64 } from "./dtype";
import { dtypeOfScalar, promoteTypes, type Scalar } from "./promote";
import { fromData, numelOf, type Strided } from "./strided";

/** Values as `torch.tensor` takes them: one, or arrays of them to any depth; typed arrays keep their type. */
export type NestedValues = Scalar | TypedValues | readonly NestedValues[];
/** The typed arrays whose dtype the engine has. */
export type TypedValues = Float32Array | Float64Array | BigInt64Array;

function isTyped(value: unknown): value is TypedValues {
  return value instanceof Float32Array || value instanceof Float64Array || value instanceof BigInt64Array;
}

function dtypeOfTyped(values: TypedValues): DType {
  if (values instanceof Float32Array) return float32;
  return values instanceof Float64Array ? float64 : int64;
}

function isList(value: unknown): value is readonly NestedValues[] {
  return Array.isArray(value) || isTyped(value);
}

function findShape(call: string, value: unknown): number[] {
  const shape: number[] = [];
  for (let level = value; isList(level); level = level[0]) {
    shape.push(level.length);
    if (level.length === 0) break;
  }
  if (!Array.isArray(value) && !isTyped(value) && !isPlain(value)) {
    throw new TypeMismatch(
      call,
      `new(): invalid data type '${typeof value === "string" ? "str" : typeof value}'`,
      "give numbers, booleans, or arrays of them",
    );
  }
  return shape;
}

function isPlain(value: unknown): value is Scalar {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint";
}

/** Reads the values in row-major order and checks that every list has the length that the shape says. */
function collect(call: string, value: unknown, shape: readonly number[]): Scalar[] {
  const found: Scalar[] = [];
  const visit = (part: unknown, depth: number): void => {
    if (depth === shape.length) {
      if (isPlain(part)) found.push(part);
      else refuseValue(call, part, depth);
      return;
    }
    if (!isList(part))
      throw new TypeMismatch(
        call,
        "not a sequence",
        `a list of ${shape[depth]} was expected at depth ${depth}, got ${String(part)}`,
      );
    if (part.length !== shape[depth]) {
      throw new ValueError(
        call,
        `expected sequence of length ${shape[depth]} at dim ${depth} (got ${part.length})`,
      );
    }
    for (const inner of part) visit(inner, depth + 1);
  };
  visit(value, 0);
  return found;
}

function refuseValue(call: string, part: unknown, depth: number): never {
  if (isList(part)) {
    throw new TypeMismatch(
      call,
      "'list' object cannot be interpreted as an integer",
      `a list was found at depth ${depth}, where the first entry is a number`,
    );
  }
  throw new TypeMismatch(
    call,
    `new(): invalid data type '${typeof part === "string" ? "str" : String(part)}'`,
    "give numbers, booleans, or arrays of them",
  );
}

function inferDtype(values: readonly Scalar[]): DType {
  let dtype: DType | null = null;
  for (const value of values) {
    const own = dtypeOfScalar(value);
    dtype = dtype === null ? own : promoteTypes(dtype, own);
  }
  return dtype ?? float32;
}

function fill(data: Data, values: readonly Scalar[], dtype: DType): void {
  if (data instanceof BigInt64Array) {
    values.forEach((value, i) => {
      data[i] = typeof value === "bigint" ? value : toInt64(Number(value));
    });
  } else {
    const isBool = dtype === bool;
    values.forEach((value, i) => {
      // NaN is not 0, so it is true.
      data[i] = isBool ? Number(Number(value) !== 0) : Number(value);
    });
  }
}

/** A row-major tensor of nested values; without a dtype, whole numbers make int64 and others float32. */
export function nestedToView(call: string, value: unknown, dtype?: DType): Strided {
  if (isTyped(value)) {
    const own = dtypeOfTyped(value);
    if (dtype === undefined || dtype === own) return fromData(value.slice(), [value.length], own);
  }
  if (dtype !== undefined) checkDtype(dtype);
  const shape = findShape(call, value);
  const values = collect(call, value, shape);
  const chosen = dtype ?? inferDtype(values);
  const data = allocateData(chosen, numelOf(shape));
  fill(data, values, chosen);
  return fromData(data, shape, chosen);
}
