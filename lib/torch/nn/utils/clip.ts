import { no_grad } from "../../autograd";
import { RuntimeError } from "../../errors";
import { arithmetic, isTensor, stack, type Tensor, zeros } from "../../tensor";

type Parameters = Tensor | Iterable<Tensor>;

function gradientsOf(parameters: Parameters): Tensor[] {
  const list = isTensor(parameters) ? [parameters] : [...parameters];
  return list.flatMap((parameter) => parameter.grad ?? []);
}

/** Keywords of `clip_grad_norm_`. */
export type ClipOptions = { norm_type?: number; error_if_nonfinite?: boolean };

/**
 * Scales all gradients by one factor so that their norm, taken together, is at most `max_norm`. Returns the norm before.
 * Source: `torch.nn.utils.clip_grad_norm_`; Pascanu et al. 2013, "On the difficulty of training recurrent networks".
 * @example
 * const w = torch.tensor([3, 0.5], { requires_grad: true }); w.square().sum().backward(); nn.utils.clip_grad_norm_([w], 0.5); w.grad // => tensor([0.4932, 0.0822])
 */
export function clip_grad_norm_(
  parameters: Parameters,
  max_norm: number,
  { norm_type = 2, error_if_nonfinite = false }: ClipOptions = {},
): Tensor {
  const grads = gradientsOf(parameters);
  if (grads.length === 0) return zeros([]);
  return no_grad(() => {
    const norms = stack(grads.map((grad) => grad.norm(norm_type)));
    const total = norm_type === Number.POSITIVE_INFINITY ? norms.max() : norms.norm(norm_type);
    if (error_if_nonfinite && !Number.isFinite(total.item())) {
      throw new RuntimeError(
        "nn.utils.clip_grad_norm_",
        `The total norm of order ${norm_type.toFixed(1)} for gradients from \`parameters\` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \`error_if_nonfinite=False\``,
      );
    }
    const factor = arithmetic(
      { name: "div", call: "nn.utils.clip_grad_norm_" },
      max_norm,
      total.add(1e-6),
    ).clamp(null, 1);
    for (const grad of grads) grad.mul_(factor);
    return total;
  });
}

/**
 * Keeps every value of the gradients within [-clip_value, clip_value]. Source: `torch.nn.utils.clip_grad_value_`.
 * @example
 * const w = torch.tensor([3, 0.5], { requires_grad: true }); w.square().sum().backward(); nn.utils.clip_grad_value_([w], 0.5); w.grad // => tensor([0.5000, 0.5000])
 */
export function clip_grad_value_(parameters: Parameters, clip_value: number): void {
  no_grad(() => {
    for (const grad of gradientsOf(parameters)) grad.clamp_(-clip_value, clip_value);
  });
}
