/** The wire between a page (or Node) and a kernel: one version, one schema, and the types made from it. */
import * as z from "zod/mini";
import { outputSchema } from "../outputs/schema";
import { wireSchema } from "./wire";

export const PROTOCOL = 1;

/** Values that a run would otherwise take from the world; kept in the journal, so that a replay meets the same. */
export const ambientSchema = z.object({
  /** Seed of `Math.random`. */
  random: z.number(),
  /** When the run began, in milliseconds since 1970. */
  start: z.number(),
  /** What `Date.now()` and `performance.now()` answered, in order; the last goes on in steps of 1 ms. */
  clock: z.array(z.number()),
});
export type Ambient = z.infer<typeof ambientSchema>;

const runSchema = z.object({
  type: z.literal("run"),
  runId: z.number(),
  cell: z.string(),
  /** What `transpile` made of the learner's source. */
  code: z.string(),
  /** Columns of the first line that `transpile` added. */
  prefixLength: z.number(),
  executionCount: z.number(),
  ambient: ambientSchema,
  /** A replay answers the clock from `ambient` and puts nothing out. */
  replay: z.boolean(),
  /** CSS pixels that a figure has. */
  width: z.number(),
  /** Expressions whose text is wanted after the run. */
  evaluate: z.array(z.string()),
  /** Shared names that are set before the run. */
  inject: z.record(z.string(), wireSchema),
  /** Whether the value of the last expression is wanted on the wire. */
  wantValue: z.boolean(),
});
export type RunMessage = z.infer<typeof runSchema>;

export const toKernelSchema = z.discriminatedUnion("type", [
  runSchema,
  z.object({ type: z.literal("ping"), id: z.number() }),
  z.object({ type: z.literal("configure"), tensorBytes: z.number() }),
  // From the host, before the first run: it is large, and no part of what must be evaluated at the start.
  z.object({ type: z.literal("plot"), script: z.string() }),
]);
export type ToKernel = z.infer<typeof toKernelSchema>;

const endedSchema = z.object({
  type: z.literal("ended"),
  runId: z.number(),
  state: z.enum(["done", "failed"]),
  /** Readings of the clock in this run, for the journal. */
  clock: z.array(z.number()),
  evaluated: z.record(z.string(), z.string()),
  evaluationErrors: z.record(z.string(), z.string()),
  value: z.optional(wireSchema),
});
export type EndedMessage = z.infer<typeof endedSchema>;

export const fromKernelSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready"), protocol: z.number() }),
  z.object({ type: z.literal("pong"), id: z.number() }),
  z.object({ type: z.literal("outputs"), runId: z.number(), outputs: z.array(outputSchema) }),
  endedSchema,
  /** The run went on past a limit that it had been told of: the host ends it. */
  z.object({ type: z.literal("overrun"), runId: z.number(), message: z.string() }),
  /** The run left a realm in which nothing else can run: the host takes a new worker. */
  z.object({ type: z.literal("broken"), runId: z.number(), message: z.string() }),
]);
export type FromKernel = z.infer<typeof fromKernelSchema>;

/** What the frame itself says to the page, round the worker's own messages. */
export const frameSchema = z.union([
  z.object({ from: z.literal("worker"), message: z.unknown() }),
  z.object({ from: z.literal("frame"), nonce: z.string() }),
  z.object({ from: z.literal("frame"), pong: z.number() }),
  z.object({ from: z.literal("frame"), flood: z.literal(true) }),
  z.object({ from: z.literal("frame"), crashed: z.string() }),
]);
