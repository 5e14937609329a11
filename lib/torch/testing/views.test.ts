/** Chains of views against the same done place by place: what they show, what a write through them changes, their gradients. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import torch, { type Tensor } from "..";
import { type Choose, chooseStep, type Model, type Step, wholeModel } from "./view-model";

type Chain = { readonly shape: readonly number[]; readonly steps: readonly Step[]; readonly model: Model };

/** Chains as fast-check shrinks them: a shape, and numbers that decide each step. */
const chains = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([shape, decisions]): Chain => {
    let model = wholeModel(shape);
    const steps: Step[] = [];
    for (const numbers of decisions) {
      let next = 0;
      const choose: Choose = (bound) =>
        (numbers[next++ % numbers.length]! + Math.floor(next / numbers.length)) % bound;
      const step = chooseStep(model.shape, choose);
      model = step.model(model);
      steps.push(step);
    }
    return { shape, steps, model };
  });

/** Says which views were taken, for fast-check's report. */
function withName({ shape, steps }: Chain, body: () => void): void {
  try {
    body();
  } catch (error) {
    const names = steps.map(({ name }) => name).join(".");
    throw new Error(`zeros(${shape}).${names}: ${String(error)}`, { cause: error });
  }
}

function ramp(shape: readonly number[]): Tensor {
  return torch.arange(wholeModel(shape).places.length, { dtype: torch.float64 }).view(shape);
}

function follow(base: Tensor, { steps }: Chain): Tensor {
  return steps.reduce((view, step) => step.engine(view), base);
}

const RUNS = { seed: 20261124, numRuns: 400 };

describe("chains of views", () => {
  it("show what the places of the base hold, and share its version", () => {
    fc.assert(
      fc.property(chains, (chain) =>
        withName(chain, () => {
          const base = ramp(chain.shape);
          const view = follow(base, chain);
          expect(view.shape).toEqual(chain.model.shape);
          expect([...view.toTypedArray()]).toEqual(chain.model.places);
          base.add_(0.5);
          expect(view._version).toBe(base._version);
          expect([...view.toTypedArray()]).toEqual(chain.model.places.map((place) => place + 0.5));
        }),
      ),
      RUNS,
    );
  });

  it("write through to those places and no others, or refuse where one comes twice", () => {
    fc.assert(
      fc.property(chains, (chain) =>
        withName(chain, () => {
          const base = ramp(chain.shape);
          const view = follow(base, chain);
          const values = ramp(chain.model.shape).neg();
          // Where there is no element, none comes twice.
          const isExpanded =
            view.numel() > 0 && view.shape.some((size, d) => size > 1 && view.stride(d) === 0);
          if (isExpanded) {
            expect(() => view.copy_(values)).toThrow("more than one element of the written-to tensor");
            return;
          }
          view.copy_(values);
          const expected = [...ramp(chain.shape).toTypedArray()];
          chain.model.places.forEach((place, i) => {
            expected[place] = -i;
          });
          expect([...base.toTypedArray()]).toEqual(expected);
        }),
      ),
      RUNS,
    );
  });

  it("send their gradients back to the places that they show", () => {
    fc.assert(
      fc.property(chains, (chain) =>
        withName(chain, () => {
          const base = ramp(chain.shape).requires_grad_();
          const weights = ramp(chain.model.shape).add(1);
          follow(base, chain).mul(weights).sum().backward();
          const expected = wholeModel(chain.shape).places.map(() => 0);
          chain.model.places.forEach((place, i) => {
            expected[place] = expected[place]! + i + 1;
          });
          expect([...base.grad!.toTypedArray()]).toEqual(expected);
        }),
      ),
      RUNS,
    );
  });

  it("written to while derivatives are recorded, change the gradients of just those places", () => {
    fc.assert(
      fc.property(chains, (chain) =>
        withName(chain, () => {
          const leaf = ramp(chain.shape).requires_grad_();
          const base = leaf.mul(2);
          const view = follow(base, chain);
          if (chain.steps.some((step) => step.isOneOfSeveral)) {
            expect(() => view.mul_(3)).toThrow("is the output of a function that returns multiple views");
            return;
          }
          if (chain.steps.some((step) => step.overlaps)) return;
          view.mul_(3);
          base.mul(ramp(chain.shape).add(1)).sum().backward();
          const shown = new Set(chain.model.places);
          const expected = wholeModel(chain.shape).places.map(
            (place) => (place + 1) * (shown.has(place) ? 6 : 2),
          );
          expect([...leaf.grad!.toTypedArray()]).toEqual(expected);
        }),
      ),
      RUNS,
    );
  });
});
