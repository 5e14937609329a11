/**
 * Values that cross the kernel's border: what an exercise's probe found, handed to its checker.
 * A closed set, every form tagged, so that a plain object of the learner's can never pose as a tensor.
 */
import * as z from "zod/mini";

export type WireValue =
  | { kind: "undefined" }
  | { kind: "null" }
  | { kind: "boolean"; value: boolean }
  | { kind: "number"; value: number }
  | { kind: "bigint"; value: string }
  | { kind: "string"; value: string }
  | { kind: "list"; items: WireValue[] }
  | { kind: "object"; entries: [string, WireValue][] }
  /** Row-major; int64 travels as decimal strings, bool as 0 and 1. */
  | { kind: "tensor"; dtype: string; shape: number[]; data: (number | string)[] }
  /** Something that has no wire form (a function, a module): its text only. */
  | { kind: "opaque"; text: string };

/** Elements that one wire value may hold in all. */
export const WIRE_ELEMENTS = 1_000_000;

const anyNumber = z.union([z.number(), z.nan(), z.literal(Infinity), z.literal(-Infinity)]);

export const wireSchema: z.ZodMiniType<WireValue> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("undefined") }),
    z.object({ kind: z.literal("null") }),
    z.object({ kind: z.literal("boolean"), value: z.boolean() }),
    z.object({ kind: z.literal("number"), value: anyNumber }),
    z.object({ kind: z.literal("bigint"), value: z.string() }),
    z.object({ kind: z.literal("string"), value: z.string() }),
    z.object({ kind: z.literal("list"), items: z.array(wireSchema) }),
    z.object({ kind: z.literal("object"), entries: z.array(z.tuple([z.string(), wireSchema])) }),
    z.object({
      kind: z.literal("tensor"),
      dtype: z.string(),
      shape: z.array(z.number()),
      data: z.array(z.union([anyNumber, z.string()])),
    }),
    z.object({ kind: z.literal("opaque"), text: z.string() }),
  ]),
) as z.ZodMiniType<WireValue>;
