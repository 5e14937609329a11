import { no_grad } from "../autograd";
import { NotImplementedError, TypeMismatch, ValueError } from "../errors";
import { whileVisiting } from "../init/check";
import { isTensor, type Tensor, typeName } from "../tensor";
import { nameAbsentMethods } from "./absent";
import { type BackwardHook, withBackwardHooks } from "./backward-hooks";
import { CALL, WATCHER } from "./callable";
import { Conversions } from "./conversions";
import { copyValue, type Memo } from "./copy";
import { HookList, type RemovableHandle } from "./hooks";
import { findBuffer, findParameter, findSubmodule } from "./lookup";
import { Parameter } from "./parameter";
import { Registry } from "./registry";
import { collectState, type LoadResult, loadState, type StateOptions } from "./state";
import { checkName, type Kind, moduleText, registeredType } from "./text";
import { isModule, type ListingOptions, listMembers, listModules } from "./tree";

/** A module that takes tensors and gives one, as the members of a `Sequential` do. */
export type Layer = Module & ((...inputs: Tensor[]) => Tensor);

/** Runs before `forward`; an array that it returns replaces the inputs. */
export type ForwardPreHook = (module: Layer, inputs: readonly unknown[]) => unknown;
/** Runs after `forward`; what it returns, unless undefined, replaces the output. */
export type ForwardHook = (module: Layer, inputs: readonly unknown[], output: Tensor) => unknown;

/** Any module, whatever its `forward` takes and gives. */
export type AnyModule = Pick<
  Module,
  "forward" | "training" | "named_parameters" | "state_dict" | "extra_repr"
>;

/** What a module takes: the arguments of its `forward`; tensors where only `Module` is known. */
type Inputs<F extends (...inputs: never[]) => unknown> = number extends Parameters<F>["length"]
  ? Tensor[]
  : Parameters<F>;
/** What a module gives: the result of its `forward`; a tensor where only `Module` is known. */
type Output<F extends (...inputs: never[]) => unknown> =
  unknown extends ReturnType<F> ? Tensor : ReturnType<F>;

/** Modules are called like functions: `model(x)` runs the hooks and `forward`. */
export interface Module {
  // biome-ignore lint/style/useShorthandFunctionType: the interface merges with the class below.
  (...inputs: Inputs<this["forward"]>): Output<this["forward"]>;
}

/**
 * The base class of all layers and networks. A subclass assigns its layers and parameters, by class fields or in its
 * constructor, and defines `forward`. Source: `torch.nn.Module`.
 * @example
 * new nn.Module().training // => true
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor of Callable makes instances callable.
export class Module extends Conversions {
  readonly #registry = new Registry<Layer>((value): value is Layer => value instanceof Module);
  readonly #before = new HookList<ForwardPreHook>();
  readonly #after = new HookList<ForwardHook>();
  readonly #backward = new HookList<BackwardHook>();
  /** @internal */
  readonly [WATCHER] = this.#registry;
  /** Whether the module is in training mode; set by `train()` and `eval()`. */
  training = true;

  /** @internal */
  [CALL](inputs: unknown[]): unknown {
    const self = this as unknown as Layer;
    let given = inputs;
    for (const hook of this.#before) {
      const replaced = hook(self, given);
      if (replaced !== undefined) given = Array.isArray(replaced) ? replaced : [replaced];
    }
    return withBackwardHooks(self, [...this.#backward], given, (inputs) => this.#forward(inputs));
  }

  /** `forward`, and the hooks after it. */
  #forward(inputs: readonly unknown[]): unknown {
    let output: unknown = this.forward(...(inputs as never[]));
    for (const hook of this.#after) {
      const replaced = hook(this as unknown as Layer, inputs, output as Tensor);
      if (replaced !== undefined) output = replaced;
    }
    return output;
  }

  /**
   * What the module computes; every subclass defines it.
   * @example
   * new nn.ReLU().forward(torch.tensor([-0.5, 2])) // => tensor([0., 2.])
   */
  forward(..._inputs: never[]): unknown {
    throw new NotImplementedError(
      this._get_name(),
      `Module [${this._get_name()}] is missing the required "forward" function`,
      "define forward(x) { … } in the class",
    );
  }

  /**
   * Calls `fn` on every submodule, children first, and on the module itself last. Returns the module.
   * @example
   * const seen = []; new nn.Sequential(new nn.ReLU()).apply((m) => seen.push(m._get_name())); seen.join(" ") // => ReLU Sequential
   */
  apply(fn: (module: Layer) => void): this {
    if (typeof fn !== "function") {
      throw new TypeMismatch(
        "nn.Module.apply",
        `'${typeName(fn)}' object is not callable`,
        "hand over the function itself: apply(init), not apply(init(m))",
      );
    }
    for (const child of this.children()) child.apply(fn);
    const attributes = new Set([...this.#registry.parameters.keys()]);
    whileVisiting({ name: this._get_name(), attributes }, () => fn(this as unknown as Layer));
    return this;
  }

  /** The direct submodules, one that stands under two names twice. @internal */
  _members(): Layer[] {
    return [...this.#registry.modules.values()].filter((module) => module !== null);
  }

  /**
   * The direct submodules with their names, in the order of assignment; one that has two names only once.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.named_children().map(([name]) => name).join(" ") // => 0 1
   */
  named_children(): [name: string, module: Layer][] {
    const seen = new Set<Layer>();
    return [...this.#registry.modules].filter((entry): entry is [string, Layer] => {
      const [, module] = entry;
      if (module === null || seen.has(module)) return false;
      seen.add(module);
      return true;
    });
  }

  /**
   * The direct submodules.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.children().length // => 2
   */
  children(): Layer[] {
    return this.named_children().map(([, module]) => module);
  }

  /**
   * The module itself and all below it with their dotted names, each once.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.named_modules().map(([name]) => name).join(" ") // =>  0 1
   */
  named_modules(options: Omit<ListingOptions, "recurse"> = {}): [name: string, module: Layer][] {
    return listModules(this as unknown as Layer, options);
  }

  /**
   * The module itself and all below it.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.modules().length // => 3
   */
  modules(): Layer[] {
    return this.named_modules().map(([, module]) => module);
  }

  /**
   * All parameters with their dotted names, each once; only the module's own with `recurse: false`.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.named_parameters().map(([name]) => name).join(" ") // => 0.weight 0.bias
   */
  named_parameters(options: ListingOptions = {}): [name: string, parameter: Parameter][] {
    return listMembers(this as unknown as Layer, (registry) => registry.parameters, options);
  }

  /**
   * All parameters.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.parameters().map((p) => p.numel()) // => 6,2
   */
  parameters(options: { recurse?: boolean } = {}): Parameter[] {
    return this.named_parameters(options).map(([, parameter]) => parameter);
  }

  /**
   * All buffers with their dotted names.
   * @example
   * const net = new nn.BatchNorm1d(3); net.named_buffers().map(([name]) => name).join(" ") // => running_mean running_var num_batches_tracked
   */
  named_buffers(options: ListingOptions = {}): [name: string, buffer: Tensor][] {
    return listMembers(this as unknown as Layer, (registry) => registry.buffers, options);
  }

  /**
   * All buffers.
   * @example
   * new nn.BatchNorm1d(3).buffers().map((b) => b.numel()) // => 3,3,1
   */
  buffers(options: { recurse?: boolean } = {}): Tensor[] {
    return this.named_buffers(options).map(([, buffer]) => buffer);
  }

  /**
   * The module at a dotted path. Errors: `Net has no attribute \`x\``.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.get_submodule("0") // => Linear(in_features=3, out_features=2, bias=True)
   */
  get_submodule(target: string): Layer {
    return findSubmodule(this as unknown as Layer, target);
  }

  /**
   * The parameter at a dotted path.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.get_parameter("0.weight").shape // => 2,3
   */
  get_parameter(target: string): Parameter {
    return findParameter(this as unknown as Layer, target);
  }

  /**
   * The buffer at a dotted path.
   * @example
   * new nn.BatchNorm1d(3).get_buffer("running_mean") // => tensor([0., 0., 0.])
   */
  get_buffer(target: string): Tensor {
    return findBuffer(this as unknown as Layer, target);
  }

  #checkName(kind: Kind, name: string): void {
    const { parameters, buffers, modules } = this.#registry;
    const same = { parameter: parameters, buffer: buffers, module: modules }[kind];
    checkName(kind, name, (key) => Reflect.get(this, key) !== undefined && !same.has(key));
  }

  /**
   * Registers a parameter, or null in its place, under a name.
   * @example
   * const m = new nn.Module(); m.register_parameter("w", new nn.Parameter(torch.zeros(2))); m.w // => Parameter containing:\ntensor([0., 0.], requires_grad=True)
   */
  register_parameter(name: string, parameter: Parameter | null): void {
    this.#checkName("parameter", name);
    if (parameter !== null) checkParameter(name, parameter);
    this.#registry.parameters.set(name, parameter);
    Reflect.set(this, name, parameter);
  }

  /**
   * Registers a tensor that belongs to the state but is not learned; with `persistent: false` not even to the state.
   * @example
   * const m = new nn.Module(); m.register_buffer("steps", torch.zeros(2)); m.steps // => tensor([0., 0.])
   */
  register_buffer(
    name: string,
    buffer: Tensor | null,
    persistent: boolean | { persistent?: boolean } = true,
  ): void {
    this.#checkName("buffer", name);
    if (buffer !== null && !isTensor(buffer)) {
      throw new TypeMismatch(
        "nn.Module.register_buffer",
        `cannot assign '${registeredType(buffer)}' object to buffer '${name}' (torch Tensor or None required)`,
      );
    }
    const isKept = typeof persistent === "boolean" ? persistent : (persistent.persistent ?? true);
    if (isKept) this.#registry.transient.delete(name);
    else this.#registry.transient.add(name);
    this.#registry.buffers.set(name, buffer);
    Reflect.set(this, name, buffer);
  }

  /**
   * Registers a submodule under a name.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.add_module("act", new nn.Tanh()); net // => Sequential(\n  (0): Linear(in_features=3, out_features=2, bias=True)\n  (1): ReLU()\n  (act): Tanh()\n)
   */
  add_module(name: string, module: AnyModule | null): void {
    if (module !== null && !isModule(module)) {
      throw new TypeMismatch(
        "nn.Module.add_module",
        `${registeredType(module)} is not a Module subclass`,
        typeof module === "function" ? "give an instance: new nn.ReLU()" : undefined,
      );
    }
    this.#checkName("module", name);
    this.#registry.modules.set(name, module as Layer | null);
    Reflect.set(this, name, module);
  }

  /**
   * Another name of `add_module`.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); net.register_module("act", new nn.Tanh()); net // => Sequential(\n  (0): Linear(in_features=3, out_features=2, bias=True)\n  (1): ReLU()\n  (act): Tanh()\n)
   */
  register_module(name: string, module: AnyModule | null): void {
    this.add_module(name, module);
  }

  /**
   * Runs `hook` before every call; `remove()` of what it returns undoes that.
   * @example
   * const m = new nn.ReLU(); m.register_forward_pre_hook((_m, [x]) => x.neg()); m(torch.tensor([-0.5, 2])) // => tensor([0.5000, 0.0000])
   */
  register_forward_pre_hook(hook: ForwardPreHook): RemovableHandle {
    return this.#before.add(hook);
  }

  /**
   * Runs `hook` after every call; `remove()` of what it returns undoes that.
   * @example
   * const m = new nn.ReLU(); m.register_forward_hook((_m, _inputs, output) => output.mul(10)); m(torch.tensor([-0.5, 2])) // => tensor([ 0., 20.])
   */
  register_forward_hook(hook: ForwardHook): RemovableHandle {
    return this.#after.add(hook);
  }

  /**
   * Runs `hook(module, grad_input, grad_output)` whenever `backward` has computed the gradients of what went into the
   * module; an array that it returns replaces them. `remove()` of what it returns undoes that.
   * Source: `nn.Module.register_full_backward_hook`.
   * @example
   * const m = new nn.Linear(1, 1), seen = []; m.register_full_backward_hook((_, given, output) => void seen.push(output[0])); m(torch.ones(1)).backward(); seen[0] // => tensor([1.])
   */
  register_full_backward_hook(hook: BackwardHook): RemovableHandle {
    return this.#backward.add(hook);
  }

  /**
   * Drops the gradients of all parameters, or sets them to 0 with `set_to_none: false`, as PyTorch 1 does by itself.
   * @example
   * const m = new nn.Linear(1, 1); m(torch.ones(1)).backward(); m.zero_grad(); m.weight.grad // => null
   */
  zero_grad(set_to_none: boolean | { set_to_none?: boolean } = true): void {
    const drops = typeof set_to_none === "boolean" ? set_to_none : (set_to_none.set_to_none ?? true);
    for (const parameter of this.parameters()) {
      if (drops) parameter.grad = null;
      else parameter.grad?.detach_().zero_();
    }
  }

  /**
   * Parameters and persistent buffers by dotted name, detached unless `keep_vars`; they share storage with the module.
   * @example
   * const net = new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()); Object.keys(net.state_dict()).join(" ") // => 0.weight 0.bias
   */
  state_dict(options: StateOptions = {}): Record<string, Tensor> {
    return collectState(this as unknown as Layer, options);
  }

  /**
   * Copies a state into the module. Errors: missing, unexpected and wrongly shaped entries, unless `strict: false`.
   * @example
   * const [a, b] = [new nn.Linear(3, 2), new nn.Linear(3, 2)]; a.load_state_dict(b.state_dict()); torch.equal(a.weight, b.weight) // => true
   */
  load_state_dict(
    state: Readonly<Record<string, Tensor>>,
    strict: boolean | { strict?: boolean } = true,
  ): LoadResult {
    const isStrict = typeof strict === "boolean" ? strict : (strict.strict ?? true);
    return loadState(this as unknown as Layer, state, isStrict);
  }

  /** Which form the module's state has; a state carries it along. @internal */
  get _version(): number {
    return 1;
  }

  /** Whether a state of that version, or of an unknown one, may lack this entry, which is then 0. @internal */
  _toleratesMissing(_name: string, _version: number | undefined): boolean {
    return false;
  }

  /** A copy with parameters, buffers, submodules and hooks of its own, as Python's `copy.deepcopy`. @internal */
  _deepcopy(memo: Memo = new Map()): this {
    const copy = Reflect.construct(Module, [], this.constructor) as this;
    memo.set(this, copy);
    for (const kind of ["parameters", "buffers", "modules"] as const) {
      const target = copy.#registry[kind] as Map<string, unknown>;
      for (const [name, value] of this.#registry[kind]) target.set(name, copyValue(value, memo));
    }
    for (const name of this.#registry.transient) copy.#registry.transient.add(name);
    for (const key of Object.keys(this)) Reflect.set(copy, key, copyValue(Reflect.get(this, key), memo));
    for (const hook of this.#before) copy.#before.add(hook);
    for (const hook of this.#after) copy.#after.add(hook);
    for (const hook of this.#backward) copy.#backward.add(hook);
    return copy;
  }

  /** Replaces every parameter and buffer by what `fn` makes of it. @internal */
  override _apply(fn: (tensor: Tensor) => Tensor): this {
    for (const child of this.children()) child._apply(fn);
    for (const [name, parameter] of this.#registry.parameters) {
      if (parameter === null) continue;
      const made = no_grad(() => fn(parameter));
      if (made !== parameter) Reflect.set(this, name, new Parameter(made, parameter.requires_grad));
    }
    for (const [name, buffer] of this.#registry.buffers) {
      if (buffer !== null) Reflect.set(this, name, fn(buffer));
    }
    return this;
  }

  /**
   * Sets training mode for the module and all below it. Returns the module.
   * @example
   * new nn.Linear(3, 2).train(false).training // => false
   */
  train(mode = true): this {
    if (typeof mode !== "boolean") {
      throw new ValueError(
        "nn.Module.train",
        "training mode is expected to be boolean",
        `got ${String(mode)}`,
      );
    }
    for (const module of this.modules()) module.training = mode;
    return this;
  }

  /**
   * Sets evaluation mode: `train(false)`.
   * @example
   * new nn.Linear(3, 2).eval().training // => false
   */
  eval(): this {
    return this.train(false);
  }

  /**
   * Sets `requires_grad` of all parameters. Returns the module.
   * @example
   * new nn.Linear(3, 2).requires_grad_(false).weight.requires_grad // => false
   */
  requires_grad_(requires_grad = true): this {
    for (const parameter of this.parameters()) parameter.requires_grad_(requires_grad);
    return this;
  }

  /** @internal */
  _get_name(): string {
    return this.constructor.name;
  }

  /**
   * What stands between the brackets of the module's text.
   * @example
   * new nn.Linear(3, 2).extra_repr() // => in_features=3, out_features=2, bias=True
   */
  extra_repr(): string {
    return "";
  }

  /**
   * PyTorch's `print(model)`.
   * @example
   * new nn.Linear(3, 2).toString() // => Linear(in_features=3, out_features=2, bias=True)
   */
  override toString(): string {
    return moduleText(this._get_name(), { extra: this.extra_repr(), children: this.#registry.modules });
  }
}

function checkParameter(name: string, parameter: unknown): void {
  if (parameter instanceof Parameter) return;
  throw new TypeMismatch(
    "nn.Module.register_parameter",
    `cannot assign '${registeredType(parameter)}' object to parameter '${name}' (torch.nn.Parameter or None required)`,
    "wrap a tensor in new nn.Parameter(…)",
  );
}

nameAbsentMethods(Module.prototype);
