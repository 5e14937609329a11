/** Moves labels apart on one axis, each as little as it takes, so that none covers another or leaves its room. */

export type Placed = { at: number; size: number };
export type Room = { min: number; max: number };

type Block = { members: number[]; start: number; size: number };

/**
 * The centres of items of a given size that want to be `at`: in their order, without overlap, inside the room.
 * Neighbours that touch become a block, which stands where its members' squared moves are smallest.
 * Where the room is too small for all of them, they start at its beginning and still do not overlap.
 */
export function dodge(items: readonly Placed[], { min, max }: Room): number[] {
  const order = items.map((_, index) => index).sort((a, b) => items[a]!.at - items[b]!.at || a - b);
  const blocks: Block[] = [];
  for (const index of order) {
    let block = settle({ members: [index], start: 0, size: 0 }, items, { min, max });
    let before = blocks.at(-1);
    while (before && before.start + before.size > block.start) {
      blocks.pop();
      block = settle({ ...before, members: [...before.members, ...block.members] }, items, { min, max });
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const centres = new Array<number>(items.length);
  for (const { members, start } of blocks) {
    let edge = start;
    for (const index of members) {
      const { size } = items[index]!;
      centres[index] = edge + size / 2;
      edge += size;
    }
  }
  return centres;
}

function settle(block: Block, items: readonly Placed[], { min, max }: Room): Block {
  let size = 0;
  let wanted = 0;
  for (const index of block.members) {
    const item = items[index]!;
    wanted += item.at - item.size / 2 - size;
    size += item.size;
  }
  const start = Math.max(min, Math.min(wanted / block.members.length, max - size));
  return { members: block.members, start, size };
}
