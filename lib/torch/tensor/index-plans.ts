import { IndexError, RuntimeError } from "../errors";
import { bindCall } from "./bind";
import type { Change } from "./change";
import { saving } from "./derivatives";
import { isTensor, scalarView } from "./operand";
import type { Combine, Outside } from "./ops/along";
import { scatterAlong } from "./ops/scatter";
import { checkVector, sizeAt } from "./picking-checks";
import { broadcastStrides, showShape, wrapDim } from "./shape";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** A vector of places along one dimension, stretched to a shape. */
function stretched(index: Tensor, dim: number, shape: readonly number[]): Strided {
  if (shape.length === 0) return index.reshape([])[STRIDED];
  const line = index.reshape(shape.map((_, d) => (d === dim ? -1 : 1)))[STRIDED];
  return { ...line, shape, strides: broadcastStrides(line, shape) };
}

type Line = { readonly dim: number; readonly index: Tensor; readonly source: Tensor };

/** What `index_add` and `index_copy` have in common: values for the slices that a vector names. */
function checkLine(call: string, target: Tensor, { dim, index, source }: Line): void {
  const method = call.slice(call.lastIndexOf(".") + 1).replace(/_?$/, "_");
  const sentence =
    method === "index_add_"
      ? `${method}(): Index is supposed to be a vector, but got dim: ${index.ndim} with type: ${index.dtype.scalarName} and size: ${showShape(index.shape)}`
      : `${method}(): Index should have dimension 1 or 0 (got ${index.ndim})`;
  checkVector(call, sentence, index);
  if (index.dtype.name !== "int64") {
    throw new RuntimeError(
      call,
      method === "index_add_"
        ? `${method}(): Expected dtype int32/int64 for index but got: ${index.dtype.scalarName}`
        : `${method}(): Expected a long tensor for index, but got ${index.dtype.scalarName}`,
    );
  }
  if (source.dtype !== target.dtype) {
    throw new RuntimeError(
      call,
      method === "index_add_"
        ? `${method}(): self (${target.dtype.scalarName}) and source (${source.dtype.scalarName}) must have the same scalar type`
        : `${method}(): self and source expected to have the same dtype, but got (self) ${target.dtype.scalarName} and (source) ${source.dtype.scalarName}`,
    );
  }
  if (index.numel() !== sizeAt(source.shape, dim)) {
    throw new IndexError(
      call,
      `${method}(): Number of indices (${index.numel()}) should be equal to source.size(dim) (${sizeAt(source.shape, dim)})`,
    );
  }
  const others = (shape: readonly number[]) => showShape(shape.filter((_, d) => d !== dim));
  if (others(target.shape) === others(source.shape)) return;
  throw new RuntimeError(
    call,
    `${method}(): Source/destination tensor must have same slice shapes`,
    `got ${showShape(target.shape)} and ${showShape(source.shape)}`,
  );
}

/** What PyTorch says of a place that the dimension does not have. */
const OUTSIDE: Readonly<Partial<Record<Combine, Outside>>> = {
  sum: () => "index out of range in self",
  set: outsideOf("index_copy_(): "),
};

function outsideOf(prefix: string): Outside {
  return (place, dim, size) =>
    `${prefix}index ${place} is out of bounds for dimension ${dim} with size ${size}`;
}

function writeLine(call: string, line: Line, how: Combine): Change["write"] {
  const { dim, source } = line;
  return (view) => {
    const index = stretched(line.index, dim, source.shape);
    scatterAlong(call, view, {
      dim,
      index,
      source: source[STRIDED],
      how,
      ...(OUTSIDE[how] && { outside: OUTSIDE[how] }),
    });
  };
}

/** `index_add`, ready to be done. */
export function planIndexAdd(call: string, target: Tensor, given: readonly unknown[]): Change {
  const schema = { dim: "int", index: "Tensor", source: "Tensor" } as const;
  const { index, source, alpha = 1, ...bound } = bindCall(call, given, schema, { alpha: "Number?" });
  const dim = wrapDim(call, bound.dim, target.ndim);
  checkLine(call, target, { dim, index, source });
  const isPlain = alpha === 1 || alpha === 1n;
  const added = isPlain ? source : source.detach().mul(alpha).to(target.dtype);
  return {
    call,
    node: "IndexAddBackward0",
    inputs: [source],
    derivatives: [
      (grad) => grad,
      saving([index], (grad, index) => {
        const own = grad.index_select(dim, index).reshape(source.shape);
        return isPlain ? own : own.mul(alpha);
      }),
    ],
    write: writeLine(call, { dim, index, source: added }, "sum"),
  };
}

/** `index_copy`, ready to be done. */
export function planIndexCopy(call: string, target: Tensor, given: readonly unknown[]): Change {
  const schema = { dim: "int", index: "Tensor", source: "Tensor" } as const;
  const { index, source, ...bound } = bindCall(call, given, schema);
  const dim = wrapDim(call, bound.dim, target.ndim);
  checkLine(call, target, { dim, index, source });
  const { shape } = source;
  return {
    call,
    node: "IndexCopyBackward0",
    inputs: [source],
    derivatives: [
      saving([index], (grad, index) => grad.index_fill(dim, index, 0)),
      saving([index], (grad, index) => grad.index_select(dim, index).reshape(shape)),
    ],
    write: writeLine(call, { dim, index, source }, "set"),
  };
}

/** `index_fill`, ready to be done. */
export function planIndexFill(call: string, target: Tensor, given: readonly unknown[]): Change {
  const schema = { dim: "int", index: "Tensor", value: "operand" } as const;
  const { index, value, ...bound } = bindCall(call, given, schema);
  const dim = wrapDim(call, bound.dim, target.ndim);
  if (index.dtype.name !== "int64")
    throw new IndexError(call, "index_fill_(): Expected dtype int64 for index.");
  if (index.ndim > 1) throw new RuntimeError(call, "Index has to be a vector/scalar");
  if (isTensor(value) && value.ndim > 0) {
    throw new RuntimeError(
      call,
      `index_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.ndim} dimension(s).`,
    );
  }
  const size = sizeAt(target.shape, dim);
  const shape = target.shape.map((own, d) => (d === dim ? index.numel() : own));
  return {
    call,
    node: isTensor(value) ? "IndexFillBackward1" : "IndexFillBackward0",
    inputs: [value],
    derivatives: [
      saving([index], (grad, index) => grad.index_fill(dim, index, 0)),
      saving([index], (grad, index) => grad.index_select(dim, index).sum()),
    ],
    write: (view) => {
      const plain = isTensor(value)
        ? value.detach().to(target.dtype)[STRIDED]
        : scalarView(value, target.dtype);
      const source = { ...plain, shape, strides: shape.map(() => 0) };
      scatterAlong(call, view, {
        dim,
        index: stretched(fromFront(index, size), dim, shape),
        source,
        how: "set",
        outside: outsideOf(""),
      });
    },
  };
}

/** Negative places counted from the front. */
function fromFront(index: Tensor, size: number): Tensor {
  return index.where(index.ge(0).logical_or(index.lt(-size)), index.add(size));
}
