import { RuntimeError } from "../errors";
import { copyOf } from "./convert";
import { type Derivatives, SavedRule, unknownRule } from "./derivatives";
import { edgeOf, followPath } from "./edges";
import { checkInPlace, freshHistory } from "./grad";
import { isRecorded, makeTensor } from "./make";
import { type Edge, GradFn, type Gradient, type Rule } from "./node";
import { isTensor, type Operand } from "./operand";
import { emptyAlike } from "./ops/elementwise";
import { settle } from "./reduced";
import { checkReduced } from "./reduced-lacks";
import { showShape } from "./shape";
import type { Strided } from "./strided";
import { HISTORY, STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

type Write = {
  readonly call: string;
  /** PyTorch's name of the node that the write leaves as history. */
  readonly node: string;
  /** The other operands, whose history the written tensor takes over. */
  readonly inputs?: readonly Operand[];
  /** A formula for the target and one for each of the inputs, as in derivatives.ts; RESULT is the target afterwards. */
  readonly derivatives?: Derivatives;
  /** Whether it may write to a tensor whose elements share memory. */
  readonly allowsOverlap?: boolean;
};

function hasOverlap({ shape, strides }: Strided): boolean {
  return !shape.includes(0) && shape.some((size, d) => size > 1 && strides[d] === 0);
}

/** Writes to `target` in place: checks that it may be written to, counts the version, keeps the history. */
export function writeInPlace(
  target: Tensor,
  { call, node, inputs = [], derivatives, allowsOverlap = false }: Write,
  write: (view: Strided) => void,
): Tensor {
  const history = target[HISTORY];
  const operands = [target, ...inputs];
  const records = isRecorded(operands);
  if (records) checkInPlace(call, target, history);
  const view = target[STRIDED];
  if (!allowsOverlap && hasOverlap(view)) {
    throw new RuntimeError(
      call,
      "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.",
      `shape ${showShape(view.shape)} with strides ${showShape(view.strides)}`,
    );
  }
  checkReduced(node, view.dtype);
  if (!view.dtype.is_floating_point || !records) {
    write(view);
    settle(view);
    history.version.value++;
    return target;
  }
  const edges = operands.map((operand) => (isTensor(operand) ? edgeOf(operand) : null));
  const needs = edges.map((edge) => edge !== null);
  const before = (value: unknown) => (value === target ? copyOfTarget(target) : value) as never;
  const rule = derivatives === undefined ? null : new SavedRule(derivatives, needs, before);
  const result = { shape: view.shape, dtype: view.dtype };
  const made = new GradFn(node, { edges, results: [result], rule: rule ?? unknownRule(node) });
  write(view);
  settle(view);
  history.version.value++;
  if (history.base === null) {
    history.requiresGrad = true;
    history.gradFn = made;
    history.index = 0;
  } else {
    rebase(history.base, target, made);
  }
  rule?.complete(target);
  return target;
}

/** The target as it is before the write, with its history. */
function copyOfTarget(target: Tensor): Tensor {
  const edge = edgeOf(target);
  const history = { ...freshHistory(), requiresGrad: target.requires_grad };
  return makeTensor(copyOf(target[STRIDED]), {
    ...history,
    gradFn: edge?.node ?? null,
    index: edge?.index ?? 0,
  });
}

/** A write to a view becomes the history of its base: gradients of the written part go through the write's node. */
function rebase(base: Tensor, view: Tensor, write: GradFn): void {
  const edge = edgeOf(base);
  const history = base[HISTORY];
  history.gradFn = new GradFn("CopySlices", {
    edges: [edge, ...write.edges.slice(1)],
    results: [{ shape: base.shape, dtype: base.dtype }],
    rule: copySlices(view, edge, write),
  });
  history.index = 0;
  history.requiresGrad = true;
  view[HISTORY].requiresGrad = true;
}

function copySlices(view: Tensor, edge: Edge | null, write: GradFn): Rule {
  const { path, base } = view[HISTORY];
  const { shape, strides } = base![STRIDED];
  return {
    apply([grad]) {
      if (grad === null || grad === undefined) return [];
      // Laid out as the base, so that the view can be taken of it.
      const whole = makeTensor(emptyAlike({ shape, strides }, grad.dtype)).copy_(grad);
      const part = followPath(path, whole);
      const [own = null, ...others] = write.apply([part.clone()]);
      if (edge === null) return [null, ...others];
      if (own === null) part.zero_();
      else part.copy_(own);
      return [whole as Gradient, ...others];
    },
    release: () => write.release(),
  };
}

/** Throws unless what was computed has the shape of the tensor into which it is written. */
export function checkWritable(call: string, target: readonly number[], computed: readonly number[]): void {
  if (target.length === computed.length && target.every((size, d) => size === computed[d])) return;
  throw new RuntimeError(
    call,
    `output with shape ${showShape(target)} doesn't match the broadcast shape ${showShape(computed)}`,
    "an in-place operation cannot grow its tensor",
  );
}
