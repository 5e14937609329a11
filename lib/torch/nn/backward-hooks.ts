import { RuntimeError } from "../errors";
import { type Gradient, isGradEnabled, isTensor, recordAliases, zeros } from "../tensor";
import type { Layer } from "./module";

/** Sees the gradients of a module's inputs and outputs; null stands for what has none. */
export type BackwardHook = (
  module: Layer,
  grad_input: readonly Gradient[],
  grad_output: readonly Gradient[],
) => unknown;

const NODE = "BackwardHookFunctionBackward";

/**
 * A node between some tensors and what they came from, or null where none of them has a gradient. It is told what
 * arrived, and the same with zeros where nothing did; what it gives goes on.
 */
function watch(
  values: readonly unknown[],
  onGradients: (filled: readonly Gradient[], arrived: readonly Gradient[]) => readonly Gradient[],
): readonly unknown[] | null {
  const tensors = values.filter(isTensor);
  const asked = tensors
    .filter((tensor) => tensor.requires_grad)
    .map(({ shape, dtype }) => ({ shape, dtype }));
  if (asked.length === 0 || !isGradEnabled()) return null;
  const places = values.flatMap((value, i) => (isTensor(value) && value.requires_grad ? [i] : []));
  const aliases = recordAliases(NODE, tensors, (grads) => {
    const filled = values.map((): Gradient => null);
    const arrived = values.map((): Gradient => null);
    places.forEach((place, i) => {
      const { shape, dtype } = asked[i]!;
      arrived[place] = grads[i] ?? null;
      filled[place] = grads[i] ?? zeros(shape, { dtype });
    });
    const replaced = onGradients(filled, arrived);
    return places.map((place) => replaced[place] ?? null);
  });
  let next = 0;
  return values.map((value) => (isTensor(value) ? aliases[next++] : value));
}

/** Lets each hook see, and replace, the gradients of the inputs. */
function runHooks(
  module: Layer,
  hooks: readonly BackwardHook[],
  { inputs, outputs }: { inputs: readonly Gradient[]; outputs: readonly Gradient[] },
): readonly Gradient[] {
  let current = inputs;
  for (const hook of hooks) {
    const given = hook(module, current, outputs);
    if (given === undefined || given === null) continue;
    const list = (Array.isArray(given) ? given : [given]) as readonly Gradient[];
    if (list.length !== inputs.length) {
      throw new RuntimeError(
        "nn.Module.register_full_backward_hook",
        `Backward hook returned an invalid number of grad_input, got ${list.length}, but expected ${inputs.length}`,
      );
    }
    current = list;
  }
  return current;
}

/** Runs a module so that its hooks see its gradients: one node before it and one behind it. */
export function withBackwardHooks(
  module: Layer,
  hooks: readonly BackwardHook[],
  inputs: readonly unknown[],
  forward: (inputs: readonly unknown[]) => unknown,
): unknown {
  if (hooks.length === 0) return forward(inputs);
  let outputs: readonly Gradient[] | null = null;
  const watched = watch(inputs, (grads) => {
    // Gradients that reach the inputs past the output, as in a second derivative, are none of the hooks' business.
    if (outputs === null) return grads;
    const result = runHooks(module, hooks, { inputs: grads, outputs });
    outputs = null;
    return result;
  });
  const result = forward(watched ?? inputs);
  const isList = Array.isArray(result);
  const results = isList ? (result as readonly unknown[]) : [result];
  const given = watch(results, (grads, arrived) => {
    outputs = arrived;
    if (watched !== null) return grads;
    const none = inputs.map(() => null);
    if (runHooks(module, hooks, { inputs: none, outputs: arrived }).some((grad) => grad !== null)) {
      throw new RuntimeError(
        "nn.Module.register_full_backward_hook",
        "Backward hook for Modules where no input requires gradient should always return None or None for all gradients.",
      );
    }
    return grads;
  });
  if (given === null) return result;
  return isList ? given : given[0];
}
