import { RuntimeError } from "../../errors";
import { showShape, type Tensor } from "../../tensor";
import { nameOf } from "./conv-checks";

/** One output size for all dimensions, or one for each; null keeps the input's. */
export type OutputSizes = number | null | readonly (number | null)[];
/** An adaptive pooling of the last `rank` dimensions. */
export type Adaptive = { readonly output_size: OutputSizes; readonly rank: number };

/** The output's size along each spatial dimension. Errors: PyTorch's, for ranks and sizes that do not fit. */
export function toOutputSizes(call: string, input: Tensor, { output_size, rank }: Adaptive): number[] {
  checkRank(call, input, rank);
  const own = input.shape.slice(-rank);
  if (!Array.isArray(output_size)) return own.map((size) => (output_size as number | null) ?? size);
  const given = output_size as readonly (number | null)[];
  if (given.length !== rank) throw new RuntimeError(call, countSentence(nameOf(call), rank, given.length));
  return own.map((size, d) => given[d] ?? size);
}

function countSentence(name: string, rank: number, count: number): string {
  if (rank === 1) return `${name}() argument 'output_size' should contain one int (got ${count})`;
  if (name.includes("avg")) return `${name}: output_size must be ${rank}`;
  return `${name}(): internal error: output_size.size() must be ${rank}`;
}

/** Throws PyTorch's sentence unless the input is floating point. */
export function checkFloating(call: string, input: Tensor, kernel: string): void {
  if (input.is_floating_point()) return;
  throw new RuntimeError(call, `"${kernel}" not implemented for '${input.dtype.scalarName}'`);
}

function checkRank(call: string, input: Tensor, rank: number): void {
  const name = nameOf(call);
  const isMax = name.includes("max");
  if (input.ndim !== rank + 1 && input.ndim !== rank + 2) {
    throw new RuntimeError(
      call,
      rank === 1
        ? `Expected 2 to 3 dimensions, but got ${input.ndim}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`
        : `${name}(): Expected ${rank + 1}D or ${rank + 2}D tensor, but got${isMax ? ":" : ""} ${showShape(input.shape)}`,
    );
  }
  // PyTorch pools one dimension as two, of which the first is trivial.
  const shape = rank === 1 ? [...input.shape.slice(0, -1), 1, input.shape.at(-1)!] : input.shape;
  const first = isMax || rank === 3 ? 1 : shape.length - 2;
  const empty = shape.findIndex((size, d) => d >= first && size === 0);
  if (empty === -1) return;
  throw new RuntimeError(
    call,
    `${rank === 1 ? name.replace("1d", "2d") : name}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes ${showShape(shape)} with dimension ${empty} being empty`,
  );
}

/** The result without entries, where an output size is 0. */
export function emptied(input: Tensor, sizes: readonly number[]): Tensor {
  return input.narrow(-1, 0, 0).expand([...input.shape.slice(0, -sizes.length), ...sizes]);
}

/** What each output sees, in row-major order: stretch i of a dimension goes from ⌊i·L/n⌋ to ⌈(i + 1)·L/n⌉. */
export function cellsOf(input: Tensor, sizes: readonly number[]): Tensor[] {
  const first = input.ndim - sizes.length;
  return sizes.reduce<Tensor[]>(
    (parts, count, d) =>
      parts.flatMap((part) =>
        Array.from({ length: count }, (_, i) => {
          const size = input.shape[first + d]!;
          const start = Math.floor((i * size) / count);
          return part.narrow(first + d, start, Math.ceil(((i + 1) * size) / count) - start);
        }),
      ),
    [input],
  );
}
