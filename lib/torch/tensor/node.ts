import { HookList, type RemovableHandle } from "../hooks";
import type { DType } from "./dtype";
import type { Tensor } from "./tensor";

/** Where a gradient goes next: a node, and which of its results it belongs to. */
export type Edge = { readonly node: GradFn; readonly index: number };

/** A gradient, or null where none arrived. */
export type Gradient = Tensor | null;

/** What the engine checks a gradient against. */
export type ResultMeta = { readonly shape: readonly number[]; readonly dtype: DType };

/** From the gradients of a node's results, those of its inputs; `release` drops what was saved for that. */
export type Rule = {
  /** Whether all that `apply` makes is seen by nobody but its caller: it runs none of the learner's functions and keeps nothing. */
  readonly keepsNothing?: boolean;
  apply(grads: readonly Gradient[]): readonly Gradient[];
  release(): void;
  /** Of a node that adds to a leaf's `grad` instead: `isSpare` says that nobody else holds the gradient. Whether it took it over. */
  accumulate?(grad: Tensor, isSpare: boolean): boolean;
};

/** Sees the gradient of a tensor, and may return another tensor in its place. */
export type GradHook = (grad: Tensor) => unknown;

let created = 0;

/** The operation that made a tensor: a node of the graph that `backward` walks from the results to the leaves. */
export class GradFn {
  #name: string;
  readonly #rule: Rule;
  readonly edges: readonly (Edge | null)[];
  readonly results: readonly ResultMeta[];
  /** Nodes run in the reverse of the order in which they were made; accumulators as soon as they can. @internal */
  readonly order: number;
  readonly #hooks: HookList<GradHook>[] = [];
  readonly #retained = new Map<number, (grad: Tensor) => void>();

  constructor(
    name: string,
    {
      edges,
      results,
      rule,
      order = created++,
    }: {
      edges: readonly (Edge | null)[];
      results: readonly ResultMeta[];
      rule: Rule;
      order?: number;
    },
  ) {
    this.#name = name;
    this.edges = edges;
    this.results = results;
    this.#rule = rule;
    this.order = order;
  }

  /** PyTorch's name of the node, for example `MulBackward0`. */
  name(): string {
    return this.#name;
  }

  /** Gives the node the name that PyTorch has for the whole of a composed operation. @internal */
  rename(name: string): void {
    this.#name = name;
  }

  /** The nodes to which the gradients of the inputs go, each with the number of its result; null for no gradient. */
  get next_functions(): readonly (readonly [GradFn | null, number])[] {
    return this.edges.map((edge) => (edge === null ? [null, 0] : [edge.node, edge.index]));
  }

  /** The gradients of the inputs. @internal */
  apply(grads: readonly Gradient[]): readonly Gradient[] {
    return this.#rule.apply(grads);
  }

  /** Whether all that `apply` makes is seen by nobody but its caller. @internal */
  get keepsNothing(): boolean {
    return this.#rule.keepsNothing === true;
  }

  /** Adds the gradient to the leaf in which a path ends; null for every other node. @internal */
  get accumulate(): ((grad: Tensor, isSpare: boolean) => boolean) | null {
    return this.#rule.accumulate ?? null;
  }

  /** Drops the tensors that were kept for `apply`. @internal */
  release(): void {
    this.#rule.release();
  }

  /** Lets `hook` see, and change, the gradient of one result before the node uses it. @internal */
  addHook(index: number, hook: GradHook): RemovableHandle {
    this.#hooks[index] ??= new HookList();
    return this.#hooks[index].add(hook);
  }

  /** The hooks of one result, in order of registration. @internal */
  hooksOf(index: number): Iterable<GradHook> {
    return this.#hooks[index] ?? [];
  }

  /** Has the gradient of one result kept, after the hooks. @internal */
  retain(index: number, keep: (grad: Tensor) => void): void {
    this.#retained.set(index, keep);
  }

  /** What keeps the gradient of one result, if anything. @internal */
  keeperOf(index: number): ((grad: Tensor) => void) | undefined {
    return this.#retained.get(index);
  }

  toString(): string {
    return `<${this.#name.replace(/^.*::/, "")} object>`;
  }
}
