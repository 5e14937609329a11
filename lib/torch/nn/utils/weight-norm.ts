import { bindArguments } from "../../arguments";
import { AttributeError, RuntimeError, ValueError } from "../../errors";
import { isTensor, type Tensor } from "../../tensor";
import type { AnyModule, Module } from "../module";
import { Parameter } from "../parameter";
import { HookTable } from "./hooks";

/** Keywords of `weight_norm`. */
export type WeightNormOptions = { name?: string; dim?: number | null };

const table = new HookTable<{ dim: number | null }>();

/** The length of each slice along `dim`, in the shape that multiplies the weight; one length for all where `dim` is null. */
function lengths(weight: Tensor, dim: number | null): Tensor {
  if (dim === null) return weight.norm(2);
  const own = dim < 0 ? dim + weight.ndim : dim;
  const others = [...weight.shape.keys()].filter((d) => d !== own);
  return others.length === 0 ? weight.abs() : weight.norm(2, others, true);
}

function compute(module: Module, name: string, dim: number | null): Tensor {
  const length: Tensor = Reflect.get(module, `${name}_g`);
  const direction: Tensor = Reflect.get(module, `${name}_v`);
  return direction.mul(length.div(lengths(direction, dim)));
}

/**
 * Splits a weight into length and direction, w = g · v/‖v‖, which are learned instead of it: parameters `weight_g` and `weight_v`, and
 * `weight` computed anew before each call. ‖v‖ is taken of each slice along `dim` (0), or of the whole for null. The start is
 * unchanged: v is the weight, g its lengths. Salimans & Kingma 2016. Returns the module.
 * Errors: `Cannot register two weight_norm hooks on the same parameter weight`. Source: `torch.nn.utils.weight_norm`.
 * @example
 * nn.utils.weight_norm(new nn.Linear(3, 2)).weight_g.shape // => 2,1
 */
export function weight_norm<M extends AnyModule>(module: M, name?: string, dim?: number | null): M & Normed;
export function weight_norm<M extends AnyModule>(module: M, options: WeightNormOptions): M & Normed;
export function weight_norm<M extends AnyModule>(module: M, ...given: unknown[]): M & Normed {
  const call = "nn.utils.weight_norm";
  const { name = "weight", dim: asked = 0 } = bindArguments<WeightNormOptions>(call, given, {
    names: ["name", "dim"],
  });
  const own = module as unknown as Module;
  // As PyTorch has it, -1 stands for the whole too.
  const dim = asked === -1 ? null : asked;
  if (table.get(own, name) !== undefined) {
    throw new RuntimeError(call, `Cannot register two weight_norm hooks on the same parameter ${name}`);
  }
  const weight: unknown = Reflect.get(own, name);
  if (!isTensor(weight)) {
    throw new AttributeError(call, `'${own._get_name()}' object has no attribute '${name}'`);
  }
  Reflect.deleteProperty(own, name);
  own.register_parameter(`${name}_g`, new Parameter(lengths(weight.detach(), dim)));
  own.register_parameter(`${name}_v`, new Parameter(weight.detach()));
  Reflect.set(own, name, compute(own, name, dim));
  const handle = own.register_forward_pre_hook((called) => {
    Reflect.set(called, name, compute(called, name, dim));
  });
  table.set(own, name, { hook: { dim }, handle });
  return module as M & Normed;
}

/** What `weight_norm` adds to a module for its weight. */
export type Normed = { weight_g: Parameter; weight_v: Parameter };

/**
 * Puts the product of length and direction back as the parameter. Returns the module. Source: `torch.nn.utils.remove_weight_norm`.
 * @example
 * const m = nn.utils.weight_norm(new nn.Linear(3, 2)); nn.utils.remove_weight_norm(m) // => Linear(in_features=3, out_features=2, bias=True)
 */
export function remove_weight_norm<M extends AnyModule>(module: M, name = "weight"): M {
  const own = module as unknown as Module;
  const hook = table.get(own, name);
  if (hook === undefined) {
    throw new ValueError("nn.utils.remove_weight_norm", `weight_norm of '${name}' not found in ${own}`);
  }
  const weight = compute(own, name, hook.dim).detach();
  for (const key of [name, `${name}_g`, `${name}_v`]) Reflect.deleteProperty(own, key);
  Reflect.set(own, name, new Parameter(weight));
  table.remove(own, name);
  return module;
}
