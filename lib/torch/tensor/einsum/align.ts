import { RuntimeError } from "../../errors";
import type { Tensor } from "../tensor";
import { checkRanks, ELLIPSIS, type Equation, lettersInOrder } from "./equation";

/** Where each label stands among the dimensions that all operands get: those of the result, then those summed over. */
export type Layout = {
  readonly places: ReadonlyMap<string, number>;
  readonly ellipsisAt: number;
  readonly covered: number;
  readonly total: number;
  readonly inResult: number;
};

function labelsOnce(operands: Equation["operands"]): string[] {
  const all = operands.flat();
  return lettersInOrder().filter(
    (letter) => all.indexOf(letter) !== -1 && all.indexOf(letter) === all.lastIndexOf(letter),
  );
}

/** Plans the common dimensions of an equation. */
export function planLayout(equation: Equation, shapes: readonly (readonly number[])[]): Layout {
  const covered = checkRanks(equation, shapes);
  const output = equation.output ?? [ELLIPSIS, ...labelsOnce(equation.operands)];
  const places = new Map<string, number>();
  let next = 0;
  let ellipsisAt = -1;
  for (const label of output) {
    if (label === ELLIPSIS) {
      ellipsisAt = next;
      next += covered;
    } else {
      places.set(label, next++);
    }
  }
  const inResult = next;
  if (ellipsisAt === -1) {
    ellipsisAt = next;
    next += covered;
  }
  const used = new Set(equation.operands.flat());
  for (const letter of lettersInOrder()) {
    if (used.has(letter) && !places.has(letter)) places.set(letter, next++);
  }
  return { places, ellipsisAt, covered, total: next, inResult };
}

/** The size of each common dimension so far, and how many operands have more than one entry there. */
export type Census = { readonly sizes: number[]; readonly counts: number[] };

function note(census: Census, place: number, size: number, refuse: (before: number) => string): void {
  if (size === 1) return;
  const before = census.sizes[place]!;
  if (before !== 1 && before !== size) throw new RuntimeError("torch.einsum", `einsum(): ${refuse(before)}`);
  census.sizes[place] = size;
  census.counts[place] = census.counts[place]! + 1;
}

/** One operand with the common dimensions: diagonals taken for repeated labels, missing ones of size 1. */
export function align(
  operand: Tensor,
  { labels, position }: { labels: readonly string[]; position: number },
  { places, ellipsisAt, covered, total }: Layout,
  census: Census,
): Tensor {
  let aligned = operand;
  const from = new Array<number>(total).fill(-1);
  let dim = 0;
  for (const label of labels) {
    if (label === ELLIPSIS) {
      const own = operand.ndim - (labels.length - 1);
      for (let j = covered - own; j < covered; j++, dim++) {
        const size = aligned.shape[dim]!;
        note(
          census,
          ellipsisAt + j,
          size,
          (before) =>
            `dimension ${dim} covered by ellipsis in operand ${position}has size ${size} which does not broadcast with previously seen ellipsis with size ${before} for the respective dimension`,
        );
        from[ellipsisAt + j] = dim;
      }
      continue;
    }
    const place = places.get(label)!;
    const size = aligned.shape[dim]!;
    const before = from[place]!;
    if (before === -1) {
      note(
        census,
        place,
        size,
        (seen) =>
          `subscript ${label} has size ${size} for operand ${position} which does not broadcast with previously seen size ${seen}`,
      );
      from[place] = dim++;
    } else {
      if (size !== aligned.shape[before]) {
        throw new RuntimeError(
          "torch.einsum",
          `einsum(): subscript ${label} is repeated for operand ${position} but the sizes don't match, ${size} != ${aligned.shape[before]}`,
        );
      }
      aligned = aligned.diagonal(0, before, dim).movedim(-1, before);
    }
  }
  const order = from.map((own) => {
    if (own !== -1) return own;
    aligned = aligned.unsqueeze(dim);
    return dim++;
  });
  return aligned.permute(order);
}
