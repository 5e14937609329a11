/** The arrays of numbers that hold float32, float64 and bool. */
export type Numbers = Float32Array | Float64Array | Uint8Array;

/** A stretch of one operand: `data[start]`, `data[start + step]`, … */
export type Lane<A> = { readonly data: A; readonly start: number; readonly step: number };

/** Computes `out ← f(a, b)` over `count` elements; the output array rounds to its own precision. */
export type BinaryKernel<Out, In> = (out: Lane<Out>, a: Lane<In>, b: Lane<In>, count: number) => void;

/** Computes `out ← f(a)` over `count` elements. */
export type UnaryKernel<Out, In> = (out: Lane<Out>, a: Lane<In>, count: number) => void;

/** A kernel that applies a function of two numbers. */
export function binaryOf(f: (x: number, y: number) => number): BinaryKernel<Numbers, Numbers> {
  return (out, a, b, count) => {
    for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
      out.data[o] = f(a.data[i]!, b.data[j]!);
      o += out.step;
      i += a.step;
      j += b.step;
    }
  };
}

/** A kernel that applies a function of two 64-bit integers; the array wraps the result. */
export function binaryOfIntegers(
  f: (x: bigint, y: bigint) => bigint,
): BinaryKernel<BigInt64Array, BigInt64Array> {
  return (out, a, b, count) => {
    for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
      out.data[o] = f(a.data[i]!, b.data[j]!);
      o += out.step;
      i += a.step;
      j += b.step;
    }
  };
}

/** A kernel that compares: 1 where `f` holds, else 0. */
export function comparisonOf(
  f: (x: number | bigint, y: number | bigint) => boolean,
): BinaryKernel<Uint8Array, Numbers | BigInt64Array> {
  return (out, a, b, count) => {
    for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
      out.data[o] = f(a.data[i]!, b.data[j]!) ? 1 : 0;
      o += out.step;
      i += a.step;
      j += b.step;
    }
  };
}

/** A kernel that applies a function of one number. */
export function unaryOf(f: (x: number) => number): UnaryKernel<Numbers, Numbers> {
  return (out, a, count) => {
    for (let n = 0, o = out.start, i = a.start; n < count; n++) {
      out.data[o] = f(a.data[i]!);
      o += out.step;
      i += a.step;
    }
  };
}

// The operations that carry most of the work have loops of their own, which the JavaScript compiler can inline.

/** `max(x, 0)`; -0 and NaN stay what they are. */
export const reluKernel: UnaryKernel<Numbers, Numbers> = (out, a, count) => {
  const { data: x, step: sx } = a;
  const { data: z, step: sz } = out;
  for (let n = 0, o = out.start, i = a.start; n < count; n++) {
    const value = x[i]!;
    // biome-ignore lint/complexity/useMathMinMax: -0 stays -0, as in PyTorch.
    z[o] = value < 0 ? 0 : value;
    o += sz;
    i += sx;
  }
};

/** The gradient of relu: `a`, or 0 where relu's result `b` is not above 0. */
export const reluGradientKernel: BinaryKernel<Numbers, Numbers> = (out, a, b, count) => {
  const { data: x, step: sx } = a;
  const { data: y, step: sy } = b;
  const { data: z, step: sz } = out;
  for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
    z[o] = y[j]! <= 0 ? 0 : x[i]!;
    o += sz;
    i += sx;
    j += sy;
  }
};

/** `a + b` */
export const addKernel: BinaryKernel<Numbers, Numbers> = (out, a, b, count) => {
  const { data: x, step: sx } = a;
  const { data: y, step: sy } = b;
  const { data: z, step: sz } = out;
  for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
    z[o] = x[i]! + y[j]!;
    o += sz;
    i += sx;
    j += sy;
  }
};

/** `a - b` */
export const subKernel: BinaryKernel<Numbers, Numbers> = (out, a, b, count) => {
  const { data: x, step: sx } = a;
  const { data: y, step: sy } = b;
  const { data: z, step: sz } = out;
  for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
    z[o] = x[i]! - y[j]!;
    o += sz;
    i += sx;
    j += sy;
  }
};

/** `a · b` */
export const mulKernel: BinaryKernel<Numbers, Numbers> = (out, a, b, count) => {
  const { data: x, step: sx } = a;
  const { data: y, step: sy } = b;
  const { data: z, step: sz } = out;
  for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
    z[o] = x[i]! * y[j]!;
    o += sz;
    i += sx;
    j += sy;
  }
};

/** `a / b` */
export const divKernel: BinaryKernel<Numbers, Numbers> = (out, a, b, count) => {
  const { data: x, step: sx } = a;
  const { data: y, step: sy } = b;
  const { data: z, step: sz } = out;
  for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
    z[o] = x[i]! / y[j]!;
    o += sz;
    i += sx;
    j += sy;
  }
};
