import { RuntimeError, TypeMismatch } from "../errors";
import { bindCall } from "./bind";
import type { Change } from "./change";
import { type Derivatives, saving } from "./derivatives";
import { isTensor, type Operand, scalarView } from "./operand";
import { asNumbers, type Combine } from "./ops/along";
import { countNamed, scatterAlong } from "./ops/scatter";
import { checkIndexDtype, checkSameRank } from "./picking-checks";
import type { Scalar } from "./promote";
import { scatterReduceDerivative } from "./scatter-derivatives";
import { showShape, wrapDim } from "./shape";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** How `scatter_reduce` joins the values that arrive at one place. */
export type ScatterReduction = "sum" | "prod" | "mean" | "amax" | "amin";

type Places = { readonly dim: number; readonly index: Tensor };
type Request = Places & { readonly source: Operand };

function checkSource(call: string, target: Tensor, { dim, index }: Places, source: Tensor): void {
  if (source.dtype !== target.dtype) {
    throw new RuntimeError(
      call,
      "scatter(): Expected self.dtype to be equal to src.dtype",
      `got ${target.dtype} and ${source.dtype}`,
    );
  }
  checkSameRank(call, source, index, "src");
  const fits = index.shape.every(
    (size, k) => size <= source.shape[k]! && (k === dim || size <= target.shape[k]!),
  );
  if (fits || index.numel() === 0) return;
  throw new RuntimeError(
    call,
    `Expected index ${showShape(index.shape)} to be smaller than self ${showShape(target.shape)} apart from dimension ${dim} and to be smaller size than src ${showShape(source.shape)}`,
  );
}

/** Where to write; without a source tensor the index has to fit the target alone. */
function placesOf(call: string, target: Tensor, { dim, index, source }: Request): Places {
  const d = wrapDim(call, dim, target.ndim);
  checkIndexDtype(call, "scatter", index);
  if (index.numel() > 0) checkSameRank(call, target, index, "self");
  if (isTensor(source)) {
    checkSource(call, target, { dim: d, index }, source);
    return { dim: d, index };
  }
  const larger = index.shape.findIndex((size, k) => k !== d && size > (target.shape[k] ?? 1));
  if (larger !== -1 && index.numel() > 0 && target.ndim === index.ndim) {
    throw new RuntimeError(
      call,
      `Expected index ${showShape(index.shape)} to be smaller than self ${showShape(target.shape)} apart from dimension ${d}`,
    );
  }
  return { dim: d, index };
}

const REDUCTIONS: Readonly<Record<string, Combine>> = { add: "sum", multiply: "prod" };

function scatterDerivatives({ dim, index }: Places, source: Operand): Derivatives {
  return [
    saving([index], (grad, index) => grad.scatter(dim, index, 0)),
    isTensor(source) ? saving([index], (grad, index) => grad.gather(dim, index)) : null,
  ];
}

/** `scatter`, ready to be done in place or in a copy. */
export function planScatter(call: string, target: Tensor, given: readonly unknown[]): Change {
  const schema = { dim: "int", index: "Tensor", src: "operand?", value: "Number?" } as const;
  const bound = bindCall(call, given, schema, { reduce: "str?" });
  const source = bound.src ?? bound.value;
  if (source === undefined) {
    throw new TypeMismatch(call, 'scatter() missing 1 required positional arguments: "src"');
  }
  const where = placesOf(call, target, { dim: bound.dim, index: bound.index, source });
  if (bound.reduce !== undefined && !(bound.reduce in REDUCTIONS)) {
    throw new RuntimeError(call, "reduce argument must be either add or multiply.", `got ${bound.reduce}`);
  }
  const how: Combine = bound.reduce === undefined ? "set" : REDUCTIONS[bound.reduce]!;
  const index = where.index[STRIDED];
  const value = isTensor(source) ? null : stretchedScalar(source, target, index.shape);
  return {
    call,
    node: isTensor(source) ? "ScatterBackward0" : "ScatterBackward1",
    inputs: [source],
    derivatives: bound.reduce === undefined ? scatterDerivatives(where, source) : [],
    write: (view) => {
      const from = isTensor(source) ? source[STRIDED] : value!;
      scatterAlong(call, view, { dim: where.dim, index, source: from, how });
    },
  };
}

function stretchedScalar(value: Scalar, target: Tensor, shape: readonly number[]) {
  return { ...scalarView(value, target.dtype), shape, strides: shape.map(() => 0) };
}

/** `scatter_add`, ready to be done. */
export function planScatterAdd(call: string, target: Tensor, given: readonly unknown[]): Change {
  const { dim, index, src } = bindCall(call, given, { dim: "int", index: "Tensor", src: "Tensor" });
  const where = placesOf(call, target, { dim, index, source: src });
  return {
    call,
    node: "ScatterAddBackward0",
    inputs: [src],
    derivatives: [(grad) => grad, saving([index], (grad, index) => grad.gather(where.dim, index))],
    write: (view) =>
      scatterAlong(call, view, {
        dim: where.dim,
        index: index[STRIDED],
        source: src[STRIDED],
        how: "sum",
      }),
  };
}

/** What a place holds before anything arrives that the values alone shall decide. */
const NEUTRAL: Readonly<Record<ScatterReduction, number>> = {
  sum: 0,
  mean: 0,
  prod: 1,
  amax: Number.NEGATIVE_INFINITY,
  amin: Number.POSITIVE_INFINITY,
};

/** `scatter_reduce`, ready to be done. */
export function planScatterReduce(call: string, target: Tensor, given: readonly unknown[]): Change {
  const schema = { dim: "int", index: "Tensor", src: "Tensor", reduce: "str" } as const;
  const bound = bindCall(call, given, schema, { include_self: "bool?" });
  const { index, src, include_self = true } = bound;
  const where = placesOf(call, target, { dim: bound.dim, index, source: src });
  if (!(bound.reduce in NEUTRAL)) {
    throw new RuntimeError(
      call,
      "reduce argument must be either sum, prod, mean, amax or amin.",
      `got ${bound.reduce}`,
    );
  }
  const reduce = bound.reduce as ScatterReduction;
  const { dim } = where;
  const how: Combine = reduce === "mean" ? "sum" : reduce;
  return {
    call,
    node: "ScatterReduceBackward0",
    inputs: [src],
    derivatives: scatterReduceDerivative(target, src, { dim, index, reduce, include_self }),
    write: (view) => {
      const places = { dim, index: index[STRIDED] };
      if (!include_self) {
        const start = stretchedScalar(neutralOf(reduce, target), target, index.shape);
        scatterAlong(call, view, { ...places, source: start, how: "set" });
      }
      scatterAlong(call, view, { ...places, source: src[STRIDED], how });
      if (reduce === "mean") divideByCounts(call, view, { ...places, include_self });
    },
  };
}

function neutralOf(reduce: ScatterReduction, target: Tensor): Scalar {
  const value = NEUTRAL[reduce];
  if (Number.isFinite(value) || target.is_floating_point()) return value;
  if (target.dtype.name === "bool") return value > 0;
  return value > 0 ? (1n << 63n) - 1n : -(1n << 63n);
}

/** Makes of sums the means, over the values that arrived and, with `include_self`, the one that was there. */
function divideByCounts(
  call: string,
  view: Strided,
  { dim, index, include_self }: { dim: number; index: Strided; include_self: boolean },
): void {
  const { data } = view.storage;
  const sums = asNumbers(data);
  const isWhole = !view.dtype.is_floating_point;
  for (const [place, found] of countNamed(call, view, { dim, index })) {
    const count = found + (include_self ? 1 : 0);
    if (isWhole) data[place] = floorDivide(BigInt(data[place]!), BigInt(count)) as never;
    else sums[place] = sums[place]! / count;
  }
}

function floorDivide(sum: bigint, count: bigint): bigint {
  const quotient = sum / count;
  return sum % count < 0n ? quotient - 1n : quotient;
}
