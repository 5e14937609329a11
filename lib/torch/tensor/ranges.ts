import { bindArguments, checkKeywords } from "../arguments";
import { RuntimeError } from "../errors";
import { fillArange, fillLinspace, fillLinspaceInt64 } from "../kernels";
import { toInt64 } from "./convert";
import { type Data, float32, int64 } from "./dtype";
import { type FactoryOptions, finish } from "./factories";
import { makeTensor } from "./make";
import { emptyStrided } from "./strided";
import type { Tensor } from "./tensor";

const { ceil, trunc, max } = Math;

type RangeArguments = FactoryOptions & { start: number; end: number; step: number };

/**
 * The values start, start + step, … below end; int64 if all three are whole numbers, else float32.
 * `arange(end)`, `arange(start, end)` or `arange(start, end, step)`.
 * @example
 * torch.arange(1, 2, 0.25) // => tensor([1.0000, 1.2500, 1.5000, 1.7500])
 */
export function arange(end: number, options?: FactoryOptions): Tensor;
export function arange(start: number, end: number, options?: FactoryOptions): Tensor;
export function arange(start: number, end: number, step: number, options?: FactoryOptions): Tensor;
export function arange(options: FactoryOptions & { start?: number; end: number; step?: number }): Tensor;
export function arange(...given: unknown[]): Tensor {
  const count = given.filter((value) => typeof value === "number").length;
  const names = count === 1 ? (["end"] as const) : (["start", "end", "step"] as const);
  const only =
    count === 1
      ? (["start", "step", "dtype", "requires_grad"] as const)
      : (["dtype", "requires_grad"] as const);
  const bound = bindArguments<RangeArguments>("torch.arange", given, { names, only });
  const { start = 0, end = 0, step = 1 } = bound;
  const whole = [start, end, step].every(Number.isInteger);
  const dtype = bound.dtype ?? (whole ? int64 : float32);
  const range =
    dtype === int64 ? { start: trunc(start), end: trunc(end), step: trunc(step) } : { start, end, step };
  checkRange(range);
  const view = emptyStrided([max(0, ceil((range.end - range.start) / range.step))], dtype);
  writeRange(view.storage.data, range);
  return finish(makeTensor(view), bound);
}

function checkRange({ start, end, step }: { start: number; end: number; step: number }): void {
  const call = "torch.arange";
  if (step === 0) throw new RuntimeError(call, "step must be nonzero");
  if (!Number.isFinite(start) || !Number.isFinite(end)) {
    throw new RuntimeError(call, `unsupported range: ${start} -> ${end}`);
  }
  if ((step > 0 && end < start) || (step < 0 && end > start)) {
    throw new RuntimeError(
      call,
      "upper bound and larger bound inconsistent with step sign",
      `got start ${start}, end ${end}, step ${step}`,
    );
  }
}

function writeRange(data: Data, { start, step }: { start: number; step: number }): void {
  if (data instanceof BigInt64Array) {
    const first = toInt64(start);
    const by = toInt64(step);
    for (let i = 0; i < data.length; i++) data[i] = first + BigInt(i) * by;
  } else if (data instanceof Uint8Array) {
    throw new RuntimeError("torch.arange", `"arange_cpu" not implemented for 'Bool'`);
  } else {
    fillArange(data, { start, step });
  }
}

/**
 * `steps` values from start to end, both included, at equal distances.
 * @example
 * torch.linspace(0, 1, 5) // => tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
 */
export function linspace(start: number, end: number, steps: number, options: FactoryOptions = {}): Tensor {
  checkKeywords("torch.linspace", options, ["dtype", "requires_grad"]);
  if (steps < 0)
    throw new RuntimeError("torch.linspace", "number of steps must be non-negative", `got ${steps}`);
  const dtype = options.dtype ?? float32;
  const view = emptyStrided([steps], dtype);
  writeEvenly(view.storage.data, start, end);
  return finish(makeTensor(view), options);
}

function writeEvenly(data: Data, start: number, end: number): void {
  if (data instanceof Uint8Array) {
    throw new RuntimeError("torch.linspace", "\"linspace_cpu\" not implemented for 'Bool'");
  }
  if (data instanceof BigInt64Array) {
    const ends = { start: trunc(start), end: trunc(end) };
    if (data.length === 1) data[0] = toInt64(start);
    else fillLinspaceInt64(data, ends);
  } else if (data.length === 1) {
    data[0] = start;
  } else {
    fillLinspace(data, { start, end });
  }
}
