import { bindArguments } from "../../arguments";
import { no_grad } from "../../autograd";
import { KeyError, RuntimeError, ValueError } from "../../errors";
import { empty, type Tensor } from "../../tensor";
import type { AnyModule, Module } from "../module";
import { Parameter } from "../parameter";
import { registryOf } from "../tree";
import { HookTable } from "./hooks";

/** Keywords of `spectral_norm`. */
export type SpectralNormOptions = {
  name?: string;
  n_power_iterations?: number;
  eps?: number;
  dim?: number | null;
};

type Spec = {
  readonly name: string;
  readonly n_power_iterations: number;
  readonly eps: number;
  readonly dim: number;
};

const table = new HookTable<Spec>();

/** x/‖x‖, and x/eps where x is shorter than that. */
function unit(vector: Tensor, eps: number): Tensor {
  return vector.div(vector.norm(2).clamp(eps));
}

/** The weight as a matrix whose rows run along `dim`. */
function asMatrix(weight: Tensor, dim: number): Tensor {
  const others = [...weight.shape.keys()].filter((d) => d !== dim);
  return weight.permute(dim, ...others).reshape(weight.shape[dim]!, -1);
}

/** One vector drawn from N(0, 1) and brought to length 1. */
function drawUnit(size: number, { like, eps }: { like: Tensor; eps: number }): Tensor {
  return unit(empty([size], { dtype: like.dtype }).normal_(0, 1), eps);
}

function compute(module: Module, { name, n_power_iterations, eps, dim }: Spec, iterates: boolean): Tensor {
  const weight: Tensor = Reflect.get(module, `${name}_orig`);
  const u: Tensor = Reflect.get(module, `${name}_u`);
  const v: Tensor = Reflect.get(module, `${name}_v`);
  const matrix = asMatrix(weight, dim);
  if (iterates) {
    no_grad(() => {
      for (let i = 0; i < n_power_iterations; i++) {
        v.copy_(unit(matrix.t().mv(u), eps));
        u.copy_(unit(matrix.mv(v), eps));
      }
    });
  }
  // Copies, since the next call overwrites the vectors while this one's derivatives may still be wanted.
  return weight.div(u.clone().dot(matrix.mv(v.clone())));
}

/**
 * Divides a weight by its largest singular value, which is estimated by power iteration: parameter `weight_orig`, buffers `weight_u` and
 * `weight_v`, and `weight` computed anew before each call, with one more iteration in training. u is drawn first, then v, both
 * from N(0, 1) and brought to length 1. `dim` is the output dimension: 0, but 1 for transposed convolutions.
 * Miyato, Kataoka, Koyama & Yoshida 2018. Returns the module.
 * Errors: a second one on the same parameter, no iterations. Source: `torch.nn.utils.spectral_norm`.
 * @example
 * Object.keys(nn.utils.spectral_norm(new nn.Linear(3, 2)).state_dict()) // => bias,weight_orig,weight_u,weight_v
 */
export function spectral_norm<M extends AnyModule>(
  module: M,
  name?: string,
  n_power_iterations?: number,
  eps?: number,
  dim?: number | null,
): M;
export function spectral_norm<M extends AnyModule>(module: M, options: SpectralNormOptions): M;
export function spectral_norm<M extends AnyModule>(module: M, ...given: unknown[]): M {
  const call = "nn.utils.spectral_norm";
  const bound = bindArguments<SpectralNormOptions>(call, given, {
    names: ["name", "n_power_iterations", "eps", "dim"],
  });
  const { name = "weight", n_power_iterations = 1, eps = 1e-12 } = bound;
  const own = module as unknown as Module;
  const dim = bound.dim ?? (Reflect.get(own, "transposed") === true ? 1 : 0);
  if (table.get(own, name) !== undefined) {
    throw new RuntimeError(call, `Cannot register two spectral_norm hooks on the same parameter ${name}`);
  }
  if (n_power_iterations <= 0) {
    throw new ValueError(
      call,
      `Expected n_power_iterations to be positive, but got n_power_iterations=${n_power_iterations}`,
    );
  }
  const weight = registryOf(own).parameters.get(name);
  if (weight === undefined) throw new KeyError(call, name, `${own._get_name()} has no such parameter`);
  if (weight === null) {
    throw new ValueError(call, `\`SpectralNorm\` cannot be applied as parameter \`${name}\` is None`);
  }
  const [rows = 0, columns = 0] = asMatrix(weight.detach(), dim).shape;
  const u = drawUnit(rows, { like: weight, eps });
  const v = drawUnit(columns, { like: weight, eps });
  Reflect.deleteProperty(own, name);
  own.register_parameter(`${name}_orig`, weight);
  Reflect.set(own, name, weight.data);
  own.register_buffer(`${name}_u`, u);
  own.register_buffer(`${name}_v`, v);
  const hook = { name, n_power_iterations, eps, dim };
  const handle = own.register_forward_pre_hook((called) => {
    Reflect.set(called, name, compute(called, hook, called.training));
  });
  table.set(own, name, { hook, handle });
  return module;
}

/**
 * Puts the divided weight back as the parameter. Returns the module. Source: `torch.nn.utils.remove_spectral_norm`.
 * @example
 * const m = nn.utils.spectral_norm(new nn.Linear(3, 2)); nn.utils.remove_spectral_norm(m) // => Linear(in_features=3, out_features=2, bias=True)
 */
export function remove_spectral_norm<M extends AnyModule>(module: M, name = "weight"): M {
  const own = module as unknown as Module;
  const hook = table.get(own, name);
  if (hook === undefined) {
    throw new ValueError("nn.utils.remove_spectral_norm", `spectral_norm of '${name}' not found in ${own}`);
  }
  const weight = no_grad(() => compute(own, hook, false));
  for (const key of [name, `${name}_u`, `${name}_v`, `${name}_orig`]) Reflect.deleteProperty(own, key);
  own.register_parameter(name, new Parameter(weight.detach()));
  table.remove(own, name);
  return module;
}
