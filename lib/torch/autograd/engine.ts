import { RuntimeError, TypeMismatch } from "../errors";
import type { Edge, GradFn, Gradient, Tensor } from "../tensor";
import { isTensor, showShape, typeName, withGradMode } from "../tensor";
import { ReadyQueue } from "./queue";
import { Scratch } from "./scratch";

/** Where to start and with which gradient. */
export type Root = { readonly edge: Edge; readonly grad: Tensor };

/** What is asked of a run. */
export type Task = {
  readonly roots: readonly Root[];
  readonly retainGraph: boolean;
  readonly createGraph: boolean;
  /** The results of nodes whose gradients alone are wanted; null for all leaves. */
  readonly wanted: readonly Edge[] | null;
  /** Whether the wanted gradients are handed back, or added to `grad` of the leaves that they belong to. */
  readonly captures: boolean;
};

/** What the graph below the roots looks like. */
type Survey = {
  /** How many gradients each node waits for. */
  readonly waiting: Map<GradFn, number>;
  /** The nodes in an order in which every node comes after those to which it sends. */
  readonly finished: readonly GradFn[];
};

/** Goes through the graph once, without recursion: chains of 10⁵ nodes are usual. */
function survey(roots: readonly Root[]): Survey {
  const waiting = new Map<GradFn, number>();
  const finished: GradFn[] = [];
  const stack: { node: GradFn; next: number }[] = [];
  const enter = (node: GradFn): void => {
    waiting.set(node, 0);
    stack.push({ node, next: 0 });
  };
  for (const { edge } of roots) {
    if (!waiting.has(edge.node)) enter(edge.node);
    waiting.set(edge.node, waiting.get(edge.node)! + 1);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      if (top.next === top.node.edges.length) {
        finished.push(top.node);
        stack.pop();
        continue;
      }
      const below = top.node.edges[top.next++];
      if (below === null || below === undefined) continue;
      if (!waiting.has(below.node)) enter(below.node);
      waiting.set(below.node, waiting.get(below.node)! + 1);
    }
  }
  return { waiting, finished };
}

/** The nodes that have to run so that the wanted gradients are known. */
function findNeeded({ finished }: Survey, wanted: readonly Edge[], captures: boolean): Set<GradFn> {
  const targets = new Set(wanted.map((edge) => edge.node));
  const leads = new Set<GradFn>();
  const needed = new Set<GradFn>();
  for (const node of finished) {
    const below = node.edges.some((edge) => edge !== null && leads.has(edge.node));
    if (below) needed.add(node);
    if (!captures && targets.has(node)) needed.add(node);
    if (below || targets.has(node)) leads.add(node);
  }
  return needed;
}

/** The gradient as the node's result wants it: summed over broadcast dimensions, of its dtype. */
function toFit(grad: Tensor, { node, index }: Edge, from: GradFn): Tensor {
  const { shape, dtype } = node.results[index]!;
  const summed = sumTo(grad, shape);
  if (summed === null) {
    throw new RuntimeError(
      "Tensor.backward",
      `Function ${from.name()} returned an invalid gradient at index ${from.edges.findIndex((edge) => edge?.node === node)} - got ${showShape(grad.shape)} but expected shape compatible with ${showShape(shape)}`,
    );
  }
  return summed.to(dtype);
}

function sumTo(grad: Tensor, shape: readonly number[]): Tensor | null {
  const extra = grad.ndim - shape.length;
  if (extra < 0) return null;
  const dims: number[] = [];
  for (const [d, size] of grad.shape.entries()) {
    if (d < extra || (shape[d - extra] === 1 && size !== 1)) dims.push(d);
    else if (shape[d - extra] !== size) return null;
  }
  if (dims.length === 0) return grad;
  const summed = grad.sum(dims, true);
  return extra === 0 ? summed : summed.reshape(shape);
}

/** What arrived, after the hooks of the node have seen and changed it. */
function runHooks(node: GradFn, grads: readonly Gradient[], scratch: Scratch): readonly Gradient[] {
  return grads.map((grad, index) => {
    if (grad === null) return null;
    let current = grad;
    for (const hook of node.hooksOf(index)) {
      scratch.show([current]);
      const replaced: unknown = hook(current);
      if (replaced === undefined || replaced === null) continue;
      checkReplaced(replaced, current, hook.name);
      current = replaced;
    }
    node.keeperOf(index)?.(current);
    return current;
  });
}

function checkReplaced(value: unknown, before: Tensor, name: string): asserts value is Tensor {
  const call = "Tensor.register_hook";
  if (!isTensor(value)) {
    throw new TypeMismatch(call, `expected Variable, but hook returned '${typeName(value)}'`);
  }
  if (showShape(value.shape) === showShape(before.shape)) return;
  throw new RuntimeError(
    call,
    `hook '${name || "<lambda>"}' has changed the size of value`,
    `from ${showShape(before.shape)} to ${showShape(value.shape)}`,
  );
}

/**
 * Walks the graph from the roots to the leaves. A node runs once all its gradients have arrived; of those that could run,
 * the one made last does, as in PyTorch, so that gradients add up in the same order. Gives the wanted gradients.
 */
export function runEngine(task: Task): Gradient[] {
  return withGradMode(task.createGraph, () => run(task));
}

function run({ roots, retainGraph, createGraph, wanted, captures }: Task): Gradient[] {
  const found = survey(roots);
  const needed = wanted === null ? null : findNeeded(found, wanted, captures);
  const { waiting } = found;
  const arrived = new Map<GradFn, Gradient[]>();
  const ready = new ReadyQueue();
  const scratch = new Scratch(!createGraph);
  const send = ({ node, index }: Edge, grad: Gradient): void => {
    if (grad !== null) {
      const grads = arrived.get(node) ?? node.results.map((): Gradient => null);
      const before = grads[index] ?? null;
      const sum = before === null ? grad : scratch.watch([grad], () => before.add(grad));
      scratch.hold(sum);
      if (before !== null) scratch.drop(before);
      grads[index] = sum;
      arrived.set(node, grads);
    }
    const left = waiting.get(node)! - 1;
    waiting.set(node, left);
    if (left === 0) ready.push(node);
  };
  const captured: Gradient[] = (wanted ?? []).map(() => null);
  for (const { edge, grad } of roots) send(edge, grad);
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    const from = node;
    const received = arrived.get(from) ?? [];
    arrived.delete(from);
    const grads = runHooks(from, received, scratch);
    if (captures) {
      wanted?.forEach((edge, i) => {
        if (edge.node !== from) return;
        captured[i] = grads[edge.index] ?? null;
        scratch.show([captured[i]!]);
      });
    }
    const runs = grads.length > 0 && (needed === null || needed.has(from));
    const results = runs ? applyNode(from, grads, scratch) : [];
    if (runs && !retainGraph) from.release();
    for (const [i, edge] of from.edges.entries()) {
      if (edge !== null) send(edge, results[i] ?? null);
    }
    for (const grad of received) if (grad !== null) scratch.drop(grad);
    scratch.sweep();
  }
  return captured;
}

/** What a node sends along each edge, as the node at its end wants it. */
function applyNode(from: GradFn, grads: readonly Gradient[], scratch: Scratch): readonly Gradient[] {
  const apply = () => {
    const results = from.apply(grads);
    return from.edges.map((edge, i) => {
      const result = results[i] ?? null;
      return edge === null || result === null ? null : toFit(result, edge, from);
    });
  };
  if (from.accumulate !== null) {
    const [grad = null] = grads;
    if (grad !== null && from.accumulate(grad, scratch.isSpare(grad))) scratch.yield(grad);
    return [];
  }
  if (from.keepsNothing) return scratch.watch(grads, apply);
  scratch.show(grads);
  return apply();
}
