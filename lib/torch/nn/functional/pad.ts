import { bindArguments } from "../../arguments";
import { NotImplementedError, RuntimeError } from "../../errors";
import { cat, full, renameNode, showShape, type Tensor, tensor } from "../../tensor";
import type { Rest } from "../arguments";

const CALL = "nn.functional.pad";

/** What stands around a padded tensor. */
export type PadMode = "constant" | "reflect" | "replicate" | "circular";

/**
 * The input with more entries at both ends of its last dimensions. `pad` names them from the last dimension backwards, before
 * and after: `[left, right, top, bottom]`. `mode` says what they hold: `value` (0), the input mirrored at its first and last
 * entry, those entries repeated, or the input from its other end. Negative numbers cut away.
 * Errors: an odd or too long `pad`; mirrors and circles larger than the input. Source: `torch.nn.functional.pad`.
 * @example
 * F.pad(torch.tensor([[1, 2, 3]]), [1, 2]) // => tensor([[0, 1, 2, 3, 0, 0]])
 * @example
 * F.pad(torch.tensor([[1, 2, 3]]), [2, 1], "reflect") // => tensor([[3, 2, 1, 2, 3, 2]])
 */
export function pad(
  input: Tensor,
  pad: readonly number[],
  ...given: Rest<[mode: PadMode, value: number | null], { mode?: PadMode; value?: number | null }>
): Tensor {
  const bound = bindArguments<{ mode: PadMode; value: number | null }>(CALL, given, {
    names: ["mode", "value"],
  });
  const { mode = "constant" } = bound;
  const value = bound.value ?? 0;
  if (pad.length % 2 !== 0) throw new RuntimeError(CALL, "Padding length must be divisible by 2");
  if (pad.length / 2 > input.ndim) throw new RuntimeError(CALL, "Padding length too large");
  if (mode !== "constant") checkMode(input, pad, { mode, value });
  let padded = input;
  for (let i = 0; i < pad.length; i += 2) {
    const ends = { dim: input.ndim - 1 - i / 2, before: pad[i]!, after: pad[i + 1]! };
    if (ends.before === 0 && ends.after === 0) continue;
    padded =
      mode === "constant"
        ? padConstant(padded, ends, value)
        : padPicked(padded, ends, { mode, spatial: pad.length / 2 });
  }
  return padded === input ? input : renameNode(padded, nodeOf(mode, pad.length / 2));
}

/** The name that PyTorch gives the node. */
function nodeOf(mode: PadMode, spatial: number): string {
  if (mode === "constant") return "ConstantPadNdBackward0";
  if (mode === "circular") return "CopySlices";
  return `${mode === "reflect" ? "Reflection" : "Replication"}Pad${spatial}DBackward0`;
}

function checkMode(
  input: Tensor,
  pad: readonly number[],
  { mode, value }: { mode: PadMode; value: number },
): void {
  if (value !== 0) throw new RuntimeError(CALL, `Padding mode "${mode}" doesn't take in value argument`);
  if (mode !== "reflect" && mode !== "replicate" && mode !== "circular") {
    throw new NotImplementedError(CALL, `Unrecognised padding mode ${String(mode)}`);
  }
  const spatial = pad.length / 2;
  if (spatial > 3 || (input.ndim !== spatial + 1 && input.ndim !== spatial + 2)) {
    throw new NotImplementedError(
      CALL,
      "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now",
      `got ${input.ndim} dimensions and ${pad.length} paddings; there must be one or two dimensions more than pairs`,
    );
  }
  if (mode === "circular" && input.ndim !== spatial + 2) {
    throw new RuntimeError(
      CALL,
      `Invalid padding size, expected ${2 * (input.ndim - 2)} but got ${pad.length}`,
      "a circle needs a batch: x.unsqueeze(0)",
    );
  }
}

type Ends = { readonly dim: number; readonly before: number; readonly after: number };

function padConstant(input: Tensor, { dim, before, after }: Ends, value: number): Tensor {
  const from = Math.max(-before, 0);
  const cut = input.narrow(dim, from, input.shape[dim]! - from - Math.max(-after, 0));
  const block = (size: number) =>
    full(
      cut.shape.map((own, d) => (d === dim ? size : own)),
      value,
      { dtype: input.dtype },
    );
  const parts = [cut];
  if (before > 0) parts.unshift(block(before));
  if (after > 0) parts.push(block(after));
  return parts.length === 1 ? cut : cat(parts, dim);
}

function padPicked(
  input: Tensor,
  { dim, before, after }: Ends,
  { mode, spatial }: { mode: PadMode; spatial: number },
): Tensor {
  const size = input.shape[dim]!;
  if (mode === "reflect" && (before >= size || after >= size)) {
    throw new RuntimeError(
      CALL,
      `Argument #${2 * (input.ndim - dim) + 2}: Padding size should be less than the corresponding input dimension, but got: padding (${before}, ${after}) at dimension ${dim} of input ${spatial === 1 ? showShape(input.shape) : input.ndim}`,
    );
  }
  if (mode === "circular" && (before > size || after > size)) {
    throw new RuntimeError(CALL, "Padding value causes wrapping around more than once.");
  }
  const places = Array.from({ length: before + size + after }, (_, i) => sourceOf(i - before, size, mode));
  return pick(input, dim, places);
}

function sourceOf(place: number, size: number, mode: PadMode): number {
  if (mode === "replicate") return Math.min(Math.max(place, 0), size - 1);
  if (mode === "circular") return (place + size) % size;
  if (place < 0) return -place;
  return place < size ? place : 2 * (size - 1) - place;
}

/** The entries of one dimension in another order; some may come several times, others not at all. */
export function pick(input: Tensor, dim: number, places: readonly number[]): Tensor {
  const index = tensor(places);
  return dim === 0 ? input.at(index) : input.transpose(0, dim).at(index).transpose(0, dim);
}
