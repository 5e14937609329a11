import { RuntimeError, TypeMismatch, ValueError } from "../errors";
import {
  type BackwardOptions,
  type Edge,
  edgeOf,
  isTensor,
  ones_like,
  provideBackward,
  type Tensor,
  typeName,
} from "../tensor";
import { type Root, runEngine } from "./engine";

type Many<T> = T | readonly T[];

/** Keywords of `torch.autograd.grad`. */
export type GradOptions = {
  grad_outputs?: Many<Tensor | null> | null;
  retain_graph?: boolean;
  create_graph?: boolean;
  allow_unused?: boolean;
};

function toList<T>(value: Many<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function showSize(tensor: Tensor): string {
  return `torch.Size([${tensor.shape.join(", ")}])`;
}

/** The gradient with which an output starts: the one given, or 1 for a scalar. */
function firstGradient(call: string, output: Tensor, given: Tensor | null, position: number): Tensor | null {
  if (given === null) {
    if (!output.requires_grad) return null;
    if (output.numel() === 1) return ones_like(output);
    throw new RuntimeError(
      call,
      "grad can be implicitly created only for scalar outputs",
      `got shape [${output.shape.join(", ")}]; reduce it with sum() or mean(), or give a gradient of that shape`,
    );
  }
  if (!isTensor(given)) {
    throw new TypeMismatch(
      call,
      `gradients can be either Tensors or None, but got ${typeName(given)}`,
      "write torch.tensor(…)",
    );
  }
  if (String(given.shape) !== String(output.shape)) {
    throw new RuntimeError(
      call,
      `Mismatch in shape: grad_output[${position}] has a shape of ${showSize(given)} and output[${position}] has a shape of ${showSize(output)}.`,
    );
  }
  return given;
}

function toRoots(call: string, outputs: readonly Tensor[], gradients: readonly (Tensor | null)[]): Root[] {
  const grads = outputs.map((output, i) => firstGradient(call, output, gradients[i] ?? null, i));
  return outputs.map((output, i) => {
    const edge = edgeOf(output);
    if (edge === null) {
      throw new RuntimeError(
        call,
        `element ${i} of tensors does not require grad and does not have a grad_fn`,
        "none of what it was computed from requires grad, or it was computed inside torch.no_grad",
      );
    }
    return { edge, grad: grads[i]!.to(output.dtype) };
  });
}

/** The edges of tensors whose `grad` is to be added to. */
function toInputs(call: string, inputs: Many<Tensor>): readonly Edge[] {
  const list = toList(inputs);
  if (list.length === 0) throw new RuntimeError(call, "'inputs' argument to backward() cannot be empty.");
  return list.map((input) => {
    input.retain_grad();
    return edgeOf(input)!;
  });
}

/**
 * Computes the derivatives of the sum of several tensors (each with a gradient of its own, or a scalar) and adds them to the
 * leaves' `grad`; see `Tensor.backward`. Source: `torch.autograd.backward`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); torch.autograd.backward([w.mul(3).sum()]); w.grad // => tensor([3., 3.])
 */
export function backward(
  tensors: Many<Tensor>,
  grad_tensors: Many<Tensor | null> | null = null,
  { retain_graph, create_graph = false, inputs }: Omit<BackwardOptions, "gradient"> = {},
): void {
  const call = "torch.autograd.backward";
  const outputs = toList(tensors);
  const gradients = grad_tensors === null ? outputs.map(() => null) : toList(grad_tensors);
  if (gradients.length !== outputs.length) {
    throw new RuntimeError(call, `got ${outputs.length} tensors and ${gradients.length} gradients`);
  }
  const wanted = inputs === undefined ? null : toInputs(call, inputs);
  runEngine({
    roots: toRoots(call, outputs, gradients),
    retainGraph: retain_graph ?? create_graph,
    createGraph: create_graph,
    wanted,
    captures: false,
  });
}

/**
 * The derivatives of `outputs` with respect to `inputs`, without touching any `grad`. With `create_graph` they can be
 * differentiated again; an input that the outputs do not depend on is an error, or null with `allow_unused`.
 * Source: `torch.autograd.grad`.
 * @example
 * const x = torch.tensor(3, { dtype: torch.float32, requires_grad: true }); torch.autograd.grad(x.pow(3), x) // => tensor(27.)
 */
export function grad(
  outputs: Many<Tensor>,
  inputs: Many<Tensor>,
  { grad_outputs = null, retain_graph, create_graph = false, allow_unused = false }: GradOptions = {},
): (Tensor | null)[] {
  const call = "torch.autograd.grad";
  const from = toList(outputs);
  const to = toList(inputs);
  if (to.length === 0) throw new ValueError(call, "grad requires non-empty inputs.");
  const wanted = to.map((input) => {
    const edge = edgeOf(input);
    if (edge !== null) return edge;
    throw new RuntimeError(call, "One of the differentiated Tensors does not require grad");
  });
  const found = runEngine({
    roots: toRoots(call, from, grad_outputs === null ? [] : toList(grad_outputs)),
    retainGraph: retain_graph ?? create_graph,
    createGraph: create_graph,
    wanted,
    captures: true,
  });
  if (!allow_unused && found.includes(null)) {
    throw new RuntimeError(
      call,
      "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.",
      "write { allow_unused: true }, which gives null for it",
    );
  }
  return found;
}

provideBackward((tensor, { gradient = null, ...options }) => backward(tensor, gradient, options));
