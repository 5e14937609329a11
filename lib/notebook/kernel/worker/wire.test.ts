import { expect, it } from "vitest";
import torch from "@/lib/torch";
import { wireSchema } from "../wire";
import { fromWire, toWire } from "./wire";

it.each([
  undefined,
  null,
  true,
  -0,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  12n,
  "text",
  [1, [2, "3"], {}],
  { a: 1, b: { c: null } },
])("%s goes over the wire and comes back", (value) => {
  const wire = wireSchema.parse(structuredClone(toWire(value)));
  expect(fromWire(wire)).toEqual(value);
});

it("a tensor comes back with its type, shape and values", () => {
  for (const tensor of [
    torch.tensor([
      [1.5, -2],
      [3, 4],
    ]),
    torch.tensor([1, 2], { dtype: torch.int64 }),
    torch.tensor([0.1], { dtype: torch.float64 }),
  ]) {
    const wire = wireSchema.parse(toWire(tensor));
    expect(toWire(fromWire(wire))).toEqual(wire);
    expect(wire).toMatchObject({ kind: "tensor", dtype: String(tensor.dtype), shape: [...tensor.shape] });
  }
});

it("what poses as a tensor is an object, and a key called __proto__ is a key", () => {
  expect(toWire({ kind: "tensor", data: [1] })).toMatchObject({ kind: "object" });
  const back = fromWire({ kind: "object", entries: [["__proto__", { kind: "number", value: 1 }]] }) as object;
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  expect(Object.hasOwn(back, "__proto__")).toBe(true);
});

it("too much is refused: values, characters, and a ring ends as text", () => {
  expect(() => toWire(new Float64Array(2e6))).toThrow("more than 1,000,000 values");
  expect(() => toWire("x".repeat(2e6))).toThrow("more than 1,000,000 values");
  const ring: unknown[] = [];
  ring.push(ring);
  expect(JSON.stringify(toWire(ring))).toContain("opaque");
});

it("a function travels as its text only", () => {
  expect(toWire(function relu() {})).toEqual({ kind: "opaque", text: "[function relu]" });
});
