import type { GradFn } from "../tensor";

/** The nodes that can run, the one made last first: a binary heap by `order`. */
export class ReadyQueue {
  readonly #heap: GradFn[] = [];

  push(node: GradFn): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(node);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above]!.order >= node.order) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = node;
  }

  /** Takes out the next node; undefined when there is none. */
  pop(): GradFn | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const moved = heap.pop();
    if (moved === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1]!.order > heap[below]!.order) below++;
      if (moved.order >= heap[below]!.order) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = moved;
    return first;
  }
}
