import { iterationOrder, makeWalk, runWalk } from "./iterate";
import type { Strided } from "./strided";

/** Some elements of a view at equal distances. */
export type EvenStretch = { readonly offset: number; readonly stride: number; readonly count: number };

/** The stretches of a view in PyTorch's order of iteration, which follows memory rather than the index. */
export function eachInMemoryOrder(view: Strided, visit: (stretch: EvenStretch) => void): void {
  const walk = makeWalk(view.shape, [view.strides], iterationOrder(view.shape, [view.strides]));
  runWalk(walk, [view.offset], ([offset], [stride], count) =>
    visit({ offset: offset!, stride: stride!, count }),
  );
}
