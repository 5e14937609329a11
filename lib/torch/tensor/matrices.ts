import { pythonName } from "../arguments";
import { RuntimeError, TypeMismatch } from "../errors";
import type { Columns } from "../kernels";
import type { DType } from "./dtype";
import { isTensor, typeName } from "./operand";
import type { Tensor } from "./tensor";

/** Throws PyTorch's sentence unless a floating-point tensor was given; `name` as in `linalg.qr`, `argument` as PyTorch calls it. */
export function checkInput(name: string, value: unknown, argument = "A"): asserts value is Tensor {
  const call = `torch.${name}`;
  if (!isTensor(value)) {
    const wrong =
      value === undefined
        ? `() missing 1 required positional arguments: "${argument}"`
        : `(): argument '${argument}' (position 1) must be Tensor, not ${typeName(value)}`;
    throw new TypeMismatch(call, `${pythonName(call)}${wrong}`);
  }
  if (value.dtype.is_floating_point) return;
  throw new RuntimeError(
    call,
    `${name}: Expected a floating point or complex tensor as input. Got ${value.dtype.scalarName}`,
    "convert it: x.to(torch.float32)",
  );
}

/** The same, and it has to be a matrix or a batch of them. */
export function checkMatrix(name: string, value: unknown, argument = "A"): asserts value is Tensor {
  if (isTensor(value) && value.ndim < 2) {
    throw new RuntimeError(
      `torch.${name}`,
      `${name}: The input tensor A must have at least 2 dimensions.`,
      `got shape [${value.shape.join(", ")}]`,
    );
  }
  checkInput(name, value, argument);
}

/** The matrices of a batch as columns of float64: what is computed in more digits than it is kept in is rounded once. */
export function* eachMatrix(tensor: Tensor): Generator<Columns> {
  const [rows, columns] = tensor.shape.slice(-2) as [number, number];
  const values = tensor.toTypedArray() as Float32Array | Float64Array;
  const size = rows * columns;
  for (let first = 0; size > 0 && first < values.length; first += size) {
    const data = new Float64Array(size);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) data[i + j * rows] = values[first + i * columns + j]!;
    }
    yield { data, rows, columns };
  }
}

/** An array for values of a floating-point dtype. */
export function allocateFloats(dtype: DType, length: number): Float32Array | Float64Array {
  return dtype.name === "float64" ? new Float64Array(length) : new Float32Array(length);
}
