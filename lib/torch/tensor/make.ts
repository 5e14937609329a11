import { NotImplementedError } from "../errors";
import { copyInto } from "./convert";
import { type Derivatives, type Formula, SavedRule, together, unknownRule } from "./derivatives";
import { edgeOf } from "./edges";
import { freshHistory, type History, isGradEnabled, type ViewPath, withGradMode } from "./grad";
import { GradFn, type Gradient } from "./node";
import { isTensor, type Operand } from "./operand";
import { settle } from "./reduced";
import { checkReduced } from "./reduced-lacks";
import { emptyStrided, type Strided } from "./strided";
import { HISTORY, STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

type Constructor = (view: Strided, history: History) => Tensor;

let construct: Constructor | null = null;

/** Called once by the file that defines `Tensor`, so that the operations below it can make one. */
export function provideConstructor(given: Constructor): void {
  construct = given;
}

/** A tensor around a view. */
export function makeTensor(view: Strided, history: History = freshHistory()): Tensor {
  settle(view);
  if (construct === null) throw new Error("torch: enter through lib/torch/tensor/index.ts");
  return construct(view, history);
}

/** Whether an operation on these inputs is to be recorded. */
export function isRecorded(inputs: readonly Operand[]): boolean {
  return isGradEnabled() && inputs.some((input) => isTensor(input) && input.requires_grad);
}

/** The result of an operation; it requires grad if an input does, the mode is on and its dtype can. See derivatives.ts. */
export function record(
  name: string,
  inputs: readonly Operand[],
  view: Strided,
  derivatives?: Derivatives,
): Tensor {
  checkReduced(name, view.dtype);
  const result = makeTensor(view);
  if (view.dtype.is_floating_point && isRecorded(inputs)) attach(name, inputs, [result], derivatives);
  return result;
}

/** The results of an operation that has several; those of an integer dtype take no part in differentiation. */
export function recordAll(
  name: string,
  inputs: readonly Operand[],
  views: readonly Strided[],
  derivatives: Derivatives,
): Tensor[] {
  for (const view of views) checkReduced(name, view.dtype);
  const results = views.map((view) => makeTensor(view));
  if (isRecorded(inputs)) attach(name, inputs, results, derivatives);
  return results;
}

function attach(
  name: string,
  inputs: readonly Operand[],
  results: readonly Tensor[],
  derivatives: Derivatives | undefined,
): void {
  const edges = inputs.map((input) => (isTensor(input) ? edgeOf(input) : null));
  const needs = edges.map((edge) => edge !== null);
  const rule = derivatives === undefined ? null : new SavedRule(derivatives, needs);
  const node = new GradFn(name, {
    edges,
    results: results.map(({ shape, dtype }) => ({ shape, dtype })),
    rule: rule ?? unknownRule(name),
  });
  results.forEach((result, index) => {
    if (!result.is_floating_point()) return;
    const history = result[HISTORY];
    history.requiresGrad = true;
    history.gradFn = node;
    history.index = index;
  });
  rule?.complete(results[0]!);
}

/** How a view is taken, from any tensor of the source's shape, and its derivative if it is not the plain one. */
export type ViewRule = { readonly step: ViewPath["step"]; readonly derivative?: Formula };

/** The place in a computation of a view of `source`, which shares its version counter. */
function historyOfView(source: Tensor, step: ViewPath["step"]): History {
  const from = source[HISTORY];
  return {
    ...freshHistory(),
    base: source._base ?? source,
    path: { step, before: from.path },
    isUnrecordedView: from.isUnrecordedView || !isGradEnabled(),
    refusal: from.refusal,
    version: from.version,
    knownVersion: from.version.value,
  };
}

/** A view of `source`: it shares storage and version counter. */
export function recordView(name: string, source: Tensor, view: Strided, rule?: ViewRule): Tensor {
  const result = makeTensor(view, historyOfView(source, rule?.step ?? (() => refuseView(name))));
  if (!view.dtype.is_floating_point || !isRecorded([source])) return result;
  const { shape } = source;
  const derivative = rule && (rule.derivative ?? ((grad: Tensor) => intoPlace(grad, shape, rule.step)));
  attach(name, [source], [result], derivative && [derivative]);
  return result;
}

const ONE_OF_SEVERAL =
  "This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.";
const OF_A_FUNCTION =
  "This view was created inside a custom Function (or because an input was returned as-is) and the autograd logic to handle view+inplace would override the custom backward associated with the custom Function, leading to incorrect gradients. This behavior is forbidden. You can fix this by cloning the output of the custom Function.";

/** The same tensors as the results of one node, whose rule sees their gradients together. */
export function recordAliases(
  name: string,
  sources: readonly Tensor[],
  onGradients: (grads: readonly Gradient[]) => readonly Gradient[],
): Tensor[] {
  const results = sources.map((source) => {
    const { version } = source[HISTORY];
    return makeTensor(source[STRIDED], { ...freshHistory(), version, refusal: OF_A_FUNCTION });
  });
  const given = results.filter((_, i) => sources[i]!.requires_grad);
  const asked = sources.filter((source) => source.requires_grad);
  const derivatives = together([], (grads) => onGradients(grads));
  attach(name, asked, given, { ...derivatives, isForeign: true });
  return results;
}

/** Several views of `source`, each taken by a step, as the results of one operation. They may not be written to. */
export function recordViews(name: string, source: Tensor, steps: readonly ViewPath["step"][]): Tensor[] {
  const plain = makeTensor(source[STRIDED]);
  const results = steps.map((step) => {
    const history = { ...historyOfView(source, step), refusal: ONE_OF_SEVERAL };
    return makeTensor(withGradMode(false, () => step(plain))[STRIDED], history);
  });
  if (results.length === 0 || !source.is_floating_point() || !isRecorded([source])) return results;
  const { shape, dtype } = source;
  attach(
    name,
    [source],
    results,
    together([], (grads) => [intoPlaces(grads, emptyStrided(shape, dtype), steps)]),
  );
  return results;
}

/** Zeros with each of several gradients in its place. */
function intoPlaces(grads: readonly Gradient[], whole: Strided, steps: readonly ViewPath["step"][]): Tensor {
  const target = makeTensor(whole);
  const given = grads.flatMap((grad, i) => (grad === null ? [] : [{ grad, step: steps[i]! }]));
  for (const { grad, step } of given) copyInto(step(target)[STRIDED], grad[STRIDED]);
  return record(
    "CatBackward0",
    given.map(({ grad }) => grad),
    whole,
    given.map(({ step }) => step),
  );
}

function refuseView(name: string): never {
  throw new NotImplementedError("torch.autograd", `in-place operations through ${name} are not implemented`);
}

/** Zeros of a shape with `values` in the place that `step` takes a view of: the derivative of taking that view. */
function intoPlace(values: Tensor, shape: readonly number[], step: ViewPath["step"]): Gradient {
  const whole = emptyStrided(shape, values.dtype);
  copyInto(step(makeTensor(whole))[STRIDED], values[STRIDED]);
  return record("SliceBackward0", [values], whole, [step]);
}

/** The derivative of what is constant wherever it has one: zeros. */
export function zeroGradient(grad: Tensor): Tensor {
  return makeTensor(emptyStrided(grad.shape, grad.dtype));
}

/** The derivative of a copy: the gradient itself. */
export function sameGradient(grad: Tensor): Tensor {
  return grad;
}

/** Gives the node of a computed tensor the name that PyTorch has for the whole of a composed operation. */
export function renameNode(tensor: Tensor, node: string): Tensor {
  tensor[HISTORY].gradFn?.rename(node);
  return tensor;
}
