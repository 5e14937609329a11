import { bindArguments } from "../../arguments";
import { RuntimeError, TypeMismatch, ValueError } from "../../errors";
import type { Generator } from "../../random";
import { empty, isTensor, type Tensor, typeName, zeros } from "../../tensor";
import { warn } from "../../warnings";

const { sqrt } = Math;

/** Keywords of the dropout functions; `generator` is ours, PyTorch always draws from its default one. */
export type DropoutOptions = {
  p?: number;
  training?: boolean;
  inplace?: boolean;
  generator?: Generator | null;
};
/** Probability, whether it is training, whether the input itself is changed; then keywords. */
export type DropoutArguments =
  | [p?: number, training?: boolean, inplace?: boolean]
  | [options: DropoutOptions];

type Spec = Required<DropoutOptions>;

/** Throws unless `p` is a probability, in PyTorch's words. */
export function checkDropout(call: string, p: unknown, limit = "float"): asserts p is number {
  if (typeof p !== "number") {
    throw new TypeMismatch(
      call,
      `'<' not supported between instances of '${typeName(p)}' and '${limit}'`,
      "p is a number between 0 and 1",
    );
  }
  const sentence = `dropout probability has to be between 0 and 1, but got ${Number.isNaN(p) ? "nan" : p}`;
  if (p < 0 || p > 1) throw new ValueError(call, sentence);
  if (Number.isNaN(p)) throw new RuntimeError(call, sentence);
}

function toSpec(name: string, input: unknown, given: readonly unknown[], training: boolean): Spec {
  const call = `nn.functional.${name}`;
  const bound = bindArguments<DropoutOptions>(call, given, {
    names: ["p", "training", "inplace"],
    only: ["generator"],
  });
  const spec = { p: 0.5, training, inplace: false, generator: null, ...bound };
  checkDropout(call, spec.p);
  if (isTensor(input)) return spec;
  throw new TypeMismatch(
    call,
    `${name}(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`,
  );
}

/** One value a channel of each sample: shape (N, C, 1, …). */
function featureShape(call: string, input: Tensor): number[] {
  if (input.ndim >= 2) return input.shape.map((size, d) => (d < 2 ? size : 1));
  throw new RuntimeError(call, "Feature dropout requires at least 2 dimensions in the input");
}

/** What all of them do: multiply by drawn zeros and ones, scaled so that the mean (for alpha, mean and variance) stays. */
function drop(
  call: string,
  input: Tensor,
  { p, training, inplace, generator }: Spec,
  { isFeature, isAlpha }: { isFeature: boolean; isAlpha: boolean },
): Tensor {
  if (p === 0 || !training || input.numel() === 0) return input;
  const times = (noise: Tensor) => (inplace ? input.mul_(noise) : input.mul(noise));
  const { dtype } = input;
  if (p === 1) return times(zeros([], { dtype }));
  // Row-major whatever the input's layout, as PyTorch makes it: it decides which element gets which draw.
  const noise = empty(isFeature ? featureShape(call, input) : input.shape, { dtype });
  noise.bernoulli_(1 - p, { generator });
  if (!isAlpha) return times(noise.div_(1 - p));
  const a = 1 / sqrt((ALPHA * ALPHA * p + 1) * (1 - p));
  const shift = noise
    .add(-1)
    .mul_(ALPHA * a)
    .add_(ALPHA * a * p);
  const scaled = times(noise.mul_(a));
  return inplace ? scaled.add_(shift) : scaled.add(shift);
}

// -scale · alpha of SELU: the value to which its negative side tends.
const ALPHA = 1.7580993408473766;

/**
 * Each element 0 with probability `p` (0.5), else divided by 1 - p, so that the mean stays; the input itself unless
 * `training`. One float64 uniform an element, compared with 1 - p.
 * Errors: `dropout probability has to be between 0 and 1, but got …`. Source: `torch.nn.functional.dropout`.
 * Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov 2014.
 * @example
 * torch.manual_seed(0); F.dropout(torch.ones(5), 0.5) // => tensor([0., 0., 2., 0., 0.])
 */
export function dropout(input: Tensor, ...given: DropoutArguments): Tensor {
  const spec = toSpec("dropout", input, given, true);
  return drop("nn.functional.dropout", input, spec, { isFeature: false, isAlpha: false });
}

/**
 * Dropout for networks of SELU: dropped elements take the value to which SELU tends, and an affine map restores mean and
 * variance. Only if `training`, false unless given. Source: `torch.nn.functional.alpha_dropout`. Klambauer et al. 2017.
 * @example
 * torch.manual_seed(0); F.alpha_dropout(torch.ones(4), 0.5, true) // => tensor([-0.7792, -0.7792,  1.6656, -0.7792])
 */
export function alpha_dropout(input: Tensor, ...given: DropoutArguments): Tensor {
  const spec = toSpec("alpha_dropout", input, given, false);
  return drop("nn.functional.alpha_dropout", input, spec, { isFeature: false, isAlpha: true });
}

/**
 * `alpha_dropout` of whole channels: shape (N, C, …). Source: `torch.nn.functional.feature_alpha_dropout`.
 * @example
 * torch.manual_seed(0); F.feature_alpha_dropout(torch.ones(1, 4, 2), 0.5, true) // => tensor([[[-0.7792, -0.7792],\n         [-0.7792, -0.7792],\n         [ 1.6656,  1.6656],\n         [-0.7792, -0.7792]]])
 */
export function feature_alpha_dropout(input: Tensor, ...given: DropoutArguments): Tensor {
  const spec = toSpec("feature_alpha_dropout", input, given, false);
  return drop("nn.functional.feature_alpha_dropout", input, spec, { isFeature: true, isAlpha: true });
}

function dropChannels(name: string, input: Tensor, spec: Spec, isBatched: boolean): Tensor {
  const call = `nn.functional.${name}`;
  const laws = { isFeature: true, isAlpha: false };
  if (isBatched) return drop(call, input, spec, laws);
  const dropped = drop(call, input.unsqueeze(0), spec, laws);
  // The unsqueezed view shares the input's storage, so in place the input itself has changed by now.
  return spec.inplace ? input : dropped.squeeze(0);
}

function purpose(n: number): string {
  return `Note that dropout${n}d exists to provide channel-wise dropout on inputs with ${n} spatial dimension${n === 1 ? "" : "s"}, a channel dimension, and an optional batch dimension (i.e. ${n + 1}D or ${n + 2}D inputs).`;
}

function warnRank(n: number, rank: number): void {
  if (rank === n + 1 || rank === n + 2) return;
  warn(
    `dropout${n}d: Received a ${rank}-D input to dropout${n}d, which is deprecated and will result in an error in a future release. To retain the behavior and silence this warning, please use dropout instead. ${purpose(n)}`,
  );
}

/**
 * Dropout of whole channels of shape (N, C, L) or (C, L). Errors: `dropout1d: Expected 2D or 3D input, …`.
 * Source: `torch.nn.functional.dropout1d`. Tompson, Goroshin, Jain, LeCun & Bregler 2015.
 * @example
 * torch.manual_seed(0); F.dropout1d(torch.ones(1, 4, 2), 0.5) // => tensor([[[0., 0.],\n         [0., 0.],\n         [2., 2.],\n         [0., 0.]]])
 */
export function dropout1d(input: Tensor, ...given: DropoutArguments): Tensor {
  const spec = toSpec("dropout1d", input, given, true);
  if (input.ndim !== 2 && input.ndim !== 3) {
    throw new RuntimeError(
      "nn.functional.dropout1d",
      `dropout1d: Expected 2D or 3D input, but received a ${input.ndim}D input. ${purpose(1)}`,
    );
  }
  return dropChannels("dropout1d", input, spec, input.ndim === 3);
}

/**
 * Dropout of whole channels of shape (N, C, H, W); three dimensions are read as (N, C, L), with PyTorch's warning.
 * Source: `torch.nn.functional.dropout2d`. Tompson et al. 2015.
 * @example
 * torch.manual_seed(0); F.dropout2d(torch.ones(1, 4, 1, 2), 0.5) // => tensor([[[[0., 0.]],\n\n         [[0., 0.]],\n\n         [[2., 2.]],\n\n         [[0., 0.]]]])
 */
export function dropout2d(input: Tensor, ...given: DropoutArguments): Tensor {
  const spec = toSpec("dropout2d", input, given, true);
  warnRank(2, input.ndim);
  if (input.ndim === 3) {
    warn(
      "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired - input is interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a future release to interpret the input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise dropout behavior, please switch to using dropout1d instead.",
    );
  }
  return dropChannels("dropout2d", input, spec, true);
}

/**
 * Dropout of whole channels of shape (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.functional.dropout3d`.
 * @example
 * torch.manual_seed(0); F.dropout3d(torch.ones(1, 4, 1, 1, 2), 0.5) // => tensor([[[[[0., 0.]]],\n\n\n         [[[0., 0.]]],\n\n\n         [[[2., 2.]]],\n\n\n         [[[0., 0.]]]]])
 */
export function dropout3d(input: Tensor, ...given: DropoutArguments): Tensor {
  const spec = toSpec("dropout3d", input, given, true);
  warnRank(3, input.ndim);
  return dropChannels("dropout3d", input, spec, input.ndim === 5);
}
