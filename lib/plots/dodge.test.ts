import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dodge } from "./dodge";

const room = { min: 0, max: 300 };

describe("dodge", () => {
  it("leaves labels alone that do not touch", () => {
    expect(
      dodge(
        [
          { at: 100, size: 16 },
          { at: 50, size: 16 },
        ],
        room,
      ),
    ).toEqual([100, 50]);
  });

  it("moves two that coincide apart by half each, in their order", () => {
    expect(
      dodge(
        [
          { at: 100, size: 16 },
          { at: 100, size: 16 },
        ],
        room,
      ),
    ).toEqual([92, 108]);
  });

  it("keeps labels inside the room", () => {
    expect(
      dodge(
        [
          { at: -40, size: 16 },
          { at: 400, size: 16 },
        ],
        room,
      ),
    ).toEqual([8, 292]);
  });

  it("never lets labels overlap, leave the room or change their order, however they fall", () => {
    const item = fc.record({
      at: fc.double({ min: -50, max: 350, noNaN: true }),
      size: fc.integer({ min: 4, max: 24 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const centres = dodge(items, room);
        const placed = items.map(({ at, size }, index) => ({
          at,
          low: centres[index]! - size / 2,
          high: centres[index]! + size / 2,
        }));
        const order = placed.toSorted((a, b) => a.low - b.low);
        for (const [index, one] of order.entries()) {
          expect(one.low).toBeGreaterThanOrEqual(-1e-6);
          expect(one.high).toBeLessThanOrEqual(300 + 1e-6);
          const next = order[index + 1];
          if (!next) continue;
          expect(one.high).toBeLessThanOrEqual(next.low + 1e-6);
          expect(one.at).toBeLessThanOrEqual(next.at);
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
