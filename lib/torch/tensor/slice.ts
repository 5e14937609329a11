import { TypeMismatch, ValueError } from "../errors";

/** Python's `start:stop:step`; null leaves an end open. */
export class Slice {
  readonly start: number | null;
  readonly stop: number | null;
  readonly step: number | null;

  constructor(start: number | null, stop: number | null, step: number | null) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** The range that the slice covers in a dimension of `size` entries. */
  within(size: number): { start: number; stop: number; step: number } {
    const step = this.step ?? 1;
    if (step === 0) throw new ValueError("torch.slice", "slice step cannot be zero");
    if (step < 0) throw new ValueError("torch.slice", "step must be greater than zero", `got ${step}`);
    const start = clip(this.start ?? 0, size);
    return { start, stop: Math.max(start, clip(this.stop ?? size, size)), step };
  }

  toString(): string {
    const part = (value: number | null) => (value === null ? "None" : String(value));
    return `slice(${part(this.start)}, ${part(this.stop)}, ${part(this.step)})`;
  }
}

function clip(value: number, size: number): number {
  return Math.min(Math.max(value < 0 ? value + size : value, 0), size);
}

function checkPart(value: unknown): void {
  if (value === null || value === undefined || Number.isInteger(value)) return;
  throw new TypeMismatch("torch.slice", "slice indices must be integers or None", `got ${String(value)}`);
}

/**
 * A range for `t.at(…)`: `slice(stop)`, `slice(start, stop)` or `slice(start, stop, step)`, as Python's `slice`; `slice()`
 * and null ends stand for a bare colon.
 * @example
 * torch.arange(10).at(torch.slice(2, 8, 3)) // => tensor([2, 5])
 */
export function slice(...ends: readonly (number | null)[]): Slice {
  ends.forEach(checkPart);
  const [first = null, second = null, step = null] = ends;
  return ends.length < 2 ? new Slice(null, first, null) : new Slice(first, second, step);
}
