import { NotImplementedError, TypeMismatch } from "../errors";
import { whileVisiting } from "../init";
import { type Tensor, typeName } from "../tensor";
import { CALL, Callable, WATCHER } from "./callable";
import { HookList, type RemovableHandle } from "./hooks";
import type { Parameter } from "./parameter";
import { Registry } from "./registry";
import { type LoadResult, loadState } from "./state";
import { checkName, moduleText } from "./text";

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
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor of Callable makes instances callable.
export class Module extends Callable {
  readonly #registry = new Registry<Layer>((value): value is Layer => value instanceof Module);
  readonly #before = new HookList<ForwardPreHook>();
  readonly #after = new HookList<ForwardHook>();
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
    let output: unknown = this.forward(...(given as never[]));
    for (const hook of this.#after) {
      const replaced = hook(self, given, output as Tensor);
      if (replaced !== undefined) output = replaced;
    }
    return output;
  }

  /** What the module computes; every subclass defines it. */
  forward(..._inputs: never[]): unknown {
    throw new NotImplementedError(
      this._get_name(),
      `Module [${this._get_name()}] is missing the required "forward" function`,
      "define forward(x) { … } in the class",
    );
  }

  /** Calls `fn` on every submodule, children first, and on the module itself last. Returns the module. */
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

  /** The direct submodules with their names, in the order of assignment; one that has two names only once. */
  named_children(): [name: string, module: Layer][] {
    const seen = new Set<Layer>();
    return [...this.#registry.modules].filter((entry): entry is [string, Layer] => {
      const [, module] = entry;
      if (module === null || seen.has(module)) return false;
      seen.add(module);
      return true;
    });
  }

  /** The direct submodules. */
  children(): Layer[] {
    return this.named_children().map(([, module]) => module);
  }

  /** The module itself and all below it with their dotted names, each once. */
  named_modules(): [name: string, module: Layer][] {
    const seen = new Set<Layer>();
    const found: [string, Layer][] = [];
    const visit = (name: string, module: Layer): void => {
      if (seen.has(module)) return;
      seen.add(module);
      found.push([name, module]);
      for (const [key, child] of (module as unknown as Module).#registry.modules) {
        if (child !== null) visit(name === "" ? key : `${name}.${key}`, child);
      }
    };
    visit("", this as unknown as Layer);
    return found;
  }

  /** The module itself and all below it. */
  modules(): Layer[] {
    return this.named_modules().map(([, module]) => module);
  }

  #collect<T extends object>(
    pick: (registry: Registry<Layer>) => Map<string, T | null>,
    recurse: boolean,
  ): [string, T][] {
    const seen = new Set<T>();
    const found: [string, T][] = [];
    const modules: [string, Module][] = recurse
      ? (this.named_modules() as unknown as [string, Module][])
      : [["", this]];
    for (const [prefix, module] of modules) {
      for (const [key, value] of pick(module.#registry)) {
        if (value === null || seen.has(value)) continue;
        seen.add(value);
        found.push([prefix === "" ? key : `${prefix}.${key}`, value]);
      }
    }
    return found;
  }

  /** All parameters with their dotted names, each once; only the module's own with `recurse: false`. */
  named_parameters({ recurse = true }: { recurse?: boolean } = {}): [name: string, parameter: Parameter][] {
    return this.#collect((registry) => registry.parameters, recurse);
  }

  /** All parameters. */
  parameters(options: { recurse?: boolean } = {}): Parameter[] {
    return this.named_parameters(options).map(([, parameter]) => parameter);
  }

  /** All buffers with their dotted names. */
  named_buffers({ recurse = true }: { recurse?: boolean } = {}): [name: string, buffer: Tensor][] {
    return this.#collect((registry) => registry.buffers, recurse);
  }

  /** Registers a parameter, or null in its place, under a name. */
  register_parameter(name: string, parameter: Parameter | null): void {
    checkName("parameter", name);
    this.#registry.parameters.set(name, parameter);
    Reflect.set(this, name, parameter);
  }

  /** Registers a tensor that belongs to the state but is not learned. */
  register_buffer(name: string, buffer: Tensor | null): void {
    checkName("buffer", name);
    this.#registry.buffers.set(name, buffer);
    Reflect.set(this, name, buffer);
  }

  /** Registers a submodule under a name. */
  add_module(name: string, module: AnyModule | null): void {
    checkName("module", name);
    this.#registry.modules.set(name, module as Layer | null);
    Reflect.set(this, name, module);
  }

  /** Runs `hook` before every call; `remove()` of what it returns undoes that. */
  register_forward_pre_hook(hook: ForwardPreHook): RemovableHandle {
    return this.#before.add(hook);
  }

  /** Runs `hook` after every call; `remove()` of what it returns undoes that. */
  register_forward_hook(hook: ForwardHook): RemovableHandle {
    return this.#after.add(hook);
  }

  /** Parameters and buffers by dotted name, detached; they share storage with the module. */
  state_dict(): Record<string, Tensor> {
    const state: Record<string, Tensor> = {};
    const visit = (prefix: string, module: Module): void => {
      for (const source of [module.#registry.parameters, module.#registry.buffers]) {
        for (const [key, value] of source) if (value !== null) state[prefix + key] = value.detach();
      }
      for (const [key, child] of module.#registry.modules) {
        if (child !== null) visit(`${prefix}${key}.`, child as unknown as Module);
      }
    };
    visit("", this);
    return state;
  }

  /** Copies a state into the module. Errors: missing, unexpected and wrongly shaped entries, unless `strict: false`. */
  load_state_dict(
    state: Readonly<Record<string, Tensor>>,
    { strict = true }: { strict?: boolean } = {},
  ): LoadResult {
    return loadState(this._get_name(), { own: this.state_dict(), given: state, strict });
  }

  /** Sets training mode for the module and all below it. Returns the module. */
  train(mode = true): this {
    for (const module of this.modules()) module.training = mode;
    return this;
  }

  /** Sets evaluation mode: `train(false)`. */
  eval(): this {
    return this.train(false);
  }

  /** Sets `requires_grad` of all parameters. Returns the module. */
  requires_grad_(requires_grad = true): this {
    for (const parameter of this.parameters()) parameter.requires_grad_(requires_grad);
    return this;
  }

  /** @internal */
  _get_name(): string {
    return this.constructor.name;
  }

  /** What stands between the brackets of the module's text. */
  extra_repr(): string {
    return "";
  }

  /** PyTorch's `print(model)`. */
  override toString(): string {
    return moduleText(this._get_name(), { extra: this.extra_repr(), children: this.#registry.modules });
  }
}
