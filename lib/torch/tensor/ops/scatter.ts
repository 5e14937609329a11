import { emptyStrided, type Strided } from "../strided";
import { asNumbers, atLeastOne, type Combine, combineStep, eachAlong, type Outside } from "./along";

/** `out[i][j] = source[index[i][j]][j]` for dim 0, and so on. */
export function gatherAlong(call: string, source: Strided, dim: number, index: Strided): Strided {
  const out = emptyStrided(index.shape, source.dtype);
  const from = asNumbers(source.storage.data);
  const to = asNumbers(out.storage.data);
  const walk = { dim, picked: atLeastOne(source), plain: atLeastOne(out) };
  eachAlong(call, atLeastOne(index), walk, (picked, plain) => {
    to[plain] = from[picked]!;
  });
  return out;
}

type Scattering = {
  readonly dim: number;
  readonly index: Strided;
  readonly source: Strided;
  readonly how: Combine;
  readonly outside?: Outside;
};

/** `target[index[i][j]][j]` joined with `source[i][j]` for dim 0, and so on; a place that comes twice gets both in turn. */
export function scatterAlong(
  call: string,
  target: Strided,
  { dim, index, source, how, outside }: Scattering,
): void {
  const from = asNumbers(source.storage.data);
  const to = asNumbers(target.storage.data);
  const step = combineStep(target, how);
  const plain = atLeastOne({ ...source, shape: index.shape });
  eachAlong(
    call,
    atLeastOne(index),
    { dim, picked: atLeastOne(target), plain, ...(outside && { outside }) },
    (picked, own) => {
      to[picked] = step(to[picked]!, from[own]!);
    },
  );
}

/** How often an index names each place of the target, by its place in the storage. */
export function countNamed(
  call: string,
  target: Strided,
  { dim, index }: { dim: number; index: Strided },
): Map<number, number> {
  const counts = new Map<number, number>();
  const places = atLeastOne(index);
  eachAlong(call, places, { dim, picked: atLeastOne(target), plain: places }, (place) => {
    counts.set(place, (counts.get(place) ?? 0) + 1);
  });
  return counts;
}
