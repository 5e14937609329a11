import { no_grad } from "../autograd";
import { RuntimeError, TypeMismatch, ValueError } from "../errors";
import { isTensor, type Tensor, typeName } from "../tensor";
import { pythonText } from "./text";

/** Parameters that share settings: `params`, `lr` and what else the optimiser has. */
export type ParamGroup<S extends object = Record<string, unknown>> = S & { params: Tensor[] };
/** What an optimiser takes: parameters, or groups of them with settings of their own. */
export type Params<S extends object = object> =
  | Iterable<Tensor>
  | Iterable<Partial<S> & { params: Tensor | Iterable<Tensor> }>;
/** What an optimiser keeps for one parameter. */
export type ParamState = Record<string, Tensor | number | null>;
/** A snapshot of an optimiser: parameters are numbered in the order of the groups. */
export type OptimizerState = {
  state: Record<number, ParamState>;
  param_groups: (Record<string, unknown> & { params: number[] })[];
};

/**
 * The base class of optimisers: parameter groups and a state for each parameter. Source: `torch.optim.Optimizer`.
 * @example
 * const w = torch.ones(2, { requires_grad: true }); const sgd = new torch.optim.SGD([w], { lr: 0.5 }); sgd instanceof torch.optim.Optimizer // => true
 */
export abstract class Optimizer<S extends object = object> {
  readonly defaults: S;
  readonly param_groups: ParamGroup<S>[] = [];
  readonly state = new Map<Tensor, ParamState>();
  /** How many steps there were since a schedule was made. @internal */
  _step_count = 0;

  constructor(params: Params<S>, defaults: S) {
    this.defaults = defaults;
    const name = `optim.${this.constructor.name}`;
    if (isTensor(params) || typeof Reflect.get(Object(params), Symbol.iterator) !== "function") {
      const got = isTensor(params) ? `torch.${params.dtype.scalarName}Tensor` : typeName(params);
      throw new TypeMismatch(
        name,
        `params argument given to the optimizer should be an iterable of Tensors or dicts, but got ${got}`,
        "write model.parameters()",
      );
    }
    const list = [...(params as Iterable<unknown>)];
    if (list.length === 0) throw new ValueError(name, "optimizer got an empty parameter list");
    const isGrouped = typeof list[0] === "object" && list[0] !== null && "params" in list[0];
    for (const group of isGrouped ? list : [{ params: list }]) this.add_param_group(group as never);
  }

  /** Adds parameters with settings of their own; those not given are the optimiser's. */
  add_param_group(group: Partial<S> & { params: Tensor | Iterable<Tensor> }): void {
    const name = `optim.${this.constructor.name}`;
    const params = isTensor(group.params) ? [group.params] : [...group.params];
    const known = new Set(this.param_groups.flatMap((other) => other.params));
    for (const param of params) {
      if (!isTensor(param)) {
        throw new TypeMismatch(
          name,
          `optimizer can only optimize Tensors, but one of the params is ${typeName(param)}`,
        );
      }
      if (!param.is_leaf) throw new ValueError(name, "can't optimize a non-leaf Tensor");
      if (known.has(param))
        throw new ValueError(name, "some parameters appear in more than one parameter group");
    }
    this.param_groups.push({ ...this.defaults, ...group, params: [...new Set(params)] });
  }

  /** Forgets the gradients (or with `set_to_none: false` sets them to 0). Call it before each `backward`. */
  zero_grad({ set_to_none = true }: { set_to_none?: boolean } = {}): void {
    for (const { params } of this.param_groups) {
      for (const param of params) {
        if (set_to_none) param.grad = null;
        else param.grad?.detach_().zero_();
      }
    }
  }

  /** Changes every parameter that has a gradient; `closure`, if given, computes the loss anew first. */
  step(closure?: () => Tensor | number): Tensor | number | null {
    this._step_count++;
    const loss = closure === undefined ? null : closure();
    no_grad(() => {
      for (const group of this.param_groups) {
        for (const param of group.params) {
          if (param.grad === null) continue;
          const state = this.state.get(param) ?? this.start(param, group);
          this.state.set(param, state);
          this.update(param, { group, state, grad: this.#sense(group) ? param.grad.neg() : param.grad });
        }
      }
    });
    return loss;
  }

  #sense(group: ParamGroup<S>): boolean {
    return Reflect.get(group, "maximize") === true;
  }

  /** The state of a parameter before its first step. */
  protected abstract start(param: Tensor, group: ParamGroup<S>): ParamState;

  /** One step of one parameter; recording is off, and the gradient's sign is that of a descent. */
  protected abstract update(
    param: Tensor,
    step: { group: ParamGroup<S>; state: ParamState; grad: Tensor },
  ): void;

  /** State and settings, with parameters as numbers. */
  state_dict(): OptimizerState {
    const numbers = new Map<Tensor, number>();
    for (const { params } of this.param_groups) for (const param of params) numbers.set(param, numbers.size);
    const state: Record<number, ParamState> = {};
    for (const [param, own] of this.state) state[numbers.get(param)!] = own;
    const param_groups = this.param_groups.map(({ params, ...settings }) => ({
      ...settings,
      params: params.map((param) => numbers.get(param)!),
    }));
    return { state, param_groups };
  }

  /** Takes over a state of an optimiser with groups of the same sizes. */
  load_state_dict(dict: OptimizerState): void {
    const name = `optim.${this.constructor.name}.load_state_dict`;
    if (dict.param_groups.length !== this.param_groups.length) {
      throw new ValueError(name, "loaded state dict has a different number of parameter groups");
    }
    if (dict.param_groups.some((group, i) => group.params.length !== this.param_groups[i]!.params.length)) {
      throw new ValueError(
        name,
        "loaded state dict contains a parameter group that doesn't match the size of optimizer's group",
      );
    }
    this.state.clear();
    dict.param_groups.forEach((saved, i) => {
      const group = this.param_groups[i]!;
      Object.assign(group, { ...saved, params: group.params });
      saved.params.forEach((number, k) => {
        const own = dict.state[number];
        if (own === undefined) return;
        const copy = Object.entries(own).map(([key, value]) => [
          key,
          isTensor(value) ? value.clone() : value,
        ]);
        this.state.set(group.params[k]!, Object.fromEntries(copy));
      });
    });
  }

  /** PyTorch's text. */
  toString(): string {
    const groups = this.param_groups.map((group, i) => {
      const keys = Object.keys(group).filter((key) => key !== "params");
      const lines = keys.sort().map((key) => `    ${key}: ${pythonText(Reflect.get(group, key))}\n`);
      return `Parameter Group ${i}\n${lines.join("")}`;
    });
    return `${this.constructor.name} (\n${groups.join("\n")})`;
  }
}

/** Throws PyTorch's `Invalid NAME: VALUE` unless a setting lies in its range. */
export function checkSetting(call: string, [name, value]: readonly [string, number], holds: boolean): void {
  if (typeof value !== "number") {
    throw new TypeMismatch(call, `${name} must be a number`, `got ${typeName(value)}`);
  }
  if (!holds) throw new ValueError(call, `Invalid ${name}: ${pythonText(value)}`);
}

/** The tensor that an optimiser keeps under a name. */
export function kept(state: ParamState, name: string): Tensor {
  const value = state[name];
  if (isTensor(value)) return value;
  throw new RuntimeError(
    "optim",
    `the state has no tensor '${name}'`,
    "was it loaded from another optimiser?",
  );
}
