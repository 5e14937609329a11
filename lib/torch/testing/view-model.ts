/** Views of a tensor as lists of places, computed element by element: what the engine's views are compared with. */
import type { Tensor } from "..";
import torch from "..";

/** A view: its shape, and for each element, row by row, the place in the base that it shows. */
export type Model = { readonly shape: readonly number[]; readonly places: readonly number[] };

/** One way of taking a view, in the engine and in the model. */
export type Step = {
  readonly name: string;
  readonly engine: (tensor: Tensor) => Tensor;
  readonly model: (model: Model) => Model;
  /** Whether an element may come more than once, so that writes are refused. */
  readonly overlaps?: boolean;
  /** Whether it is one of several results, which may not be written to while derivatives are recorded. */
  readonly isOneOfSeveral?: boolean;
};

/** Picks a number below a bound; the source of all choices. */
export type Choose = (bound: number) => number;

/** A tensor as a view of itself. */
export function wholeModel(shape: readonly number[]): Model {
  return { shape, places: Array.from({ length: product(shape) }, (_, i) => i) };
}

function product(shape: readonly number[]): number {
  return shape.reduce((count, size) => count * size, 1);
}

function coordinates(shape: readonly number[], position: number): number[] {
  const found = new Array<number>(shape.length);
  let rest = position;
  for (let d = shape.length - 1; d >= 0; d--) {
    found[d] = rest % shape[d]!;
    rest = Math.floor(rest / shape[d]!);
  }
  return found;
}

/** The view of a new shape whose elements show those at the given coordinates of the old one. */
function remap(model: Model, shape: readonly number[], from: (at: number[]) => readonly number[]): Model {
  const places = Array.from({ length: product(shape) }, (_, i) => {
    const old = from(coordinates(shape, i));
    return model.places[old.reduce((position, c, d) => position * model.shape[d]! + c, 0)]!;
  });
  return { shape, places };
}

function replaced<T>(list: readonly T[], index: number, ...values: T[]): T[] {
  return [...list.slice(0, index), ...values, ...list.slice(index + 1)];
}

function permuted(order: readonly number[]): Step["model"] {
  return (model) =>
    remap(
      model,
      order.map((d) => model.shape[d]!),
      (at) => order.map((_, d) => at[order.indexOf(d)]!),
    );
}

/** Entries `start`, `start + step`, … of one dimension. */
function ranged(d: number, start: number, step: number, length: number): Step["model"] {
  return (model) =>
    remap(model, replaced(model.shape, d, length), (at) => replaced(at, d, start + at[d]! * step));
}

function selected(d: number, index: number): Step["model"] {
  return (model) =>
    remap(
      model,
      model.shape.filter((_, k) => k !== d),
      (at) => [...at.slice(0, d), index, ...at.slice(d)],
    );
}

type Maker = (shape: readonly number[], choose: Choose) => Step | null;

function dimOf(shape: readonly number[], choose: Choose): number | null {
  return shape.length === 0 ? null : choose(shape.length);
}

const transpose: Maker = (shape, choose) => {
  if (shape.length < 2) return null;
  const [a, b] = [choose(shape.length), choose(shape.length)];
  const order = [...shape.keys()];
  [order[a], order[b]] = [order[b]!, order[a]!];
  const names = ["transpose", "swapaxes", "swapdims"] as const;
  const name = names[choose(names.length)]!;
  return { name: `${name}(${a}, ${b})`, engine: (t) => t[name](a, b - shape.length), model: permuted(order) };
};

const permute: Maker = (shape, choose) => {
  const rest = [...shape.keys()];
  const order: number[] = [];
  while (rest.length > 0) order.push(...rest.splice(choose(rest.length), 1));
  return { name: `permute(${order})`, engine: (t) => t.permute(order), model: permuted(order) };
};

const movedim: Maker = (shape, choose) => {
  if (shape.length === 0) return null;
  const [from, to] = [choose(shape.length), choose(shape.length)];
  const order = [...shape.keys()].filter((d) => d !== from);
  order.splice(to, 0, from);
  return { name: `movedim(${from}, ${to})`, engine: (t) => t.movedim(from, to), model: permuted(order) };
};

const select: Maker = (shape, choose) => {
  const d = dimOf(shape, choose);
  if (d === null || shape[d] === 0) return null;
  const index = choose(shape[d]!);
  const several = choose(3) === 0;
  return {
    name: `${several ? "unbind" : "select"}(${d})[${index}]`,
    engine: (t) => (several ? t.unbind(d)[index]! : t.select(d, index - shape[d]!)),
    model: selected(d, index),
    isOneOfSeveral: several,
  };
};

const range: Maker = (shape, choose) => {
  const d = dimOf(shape, choose);
  if (d === null) return null;
  const size = shape[d]!;
  const start = choose(size + 1);
  const step = 1 + choose(3);
  const length = Math.ceil((size - start) / step);
  const before = Array.from({ length: d }, () => torch.slice());
  return {
    name: `[${start}::${step}] of ${d}`,
    engine: (t) => t.at(...before, torch.slice(start, null, step)),
    model: ranged(d, start, step, length),
  };
};

const narrow: Maker = (shape, choose) => {
  const d = dimOf(shape, choose);
  if (d === null) return null;
  const start = choose(shape[d]! + 1);
  const length = choose(shape[d]! - start + 1);
  return {
    name: `narrow(${d}, ${start}, ${length})`,
    engine: (t) => t.narrow(d, start, length),
    model: ranged(d, start, 1, length),
  };
};

const split: Maker = (shape, choose) => {
  const d = dimOf(shape, choose);
  if (d === null || shape[d] === 0) return null;
  const length = 1 + choose(shape[d]!);
  const piece = choose(Math.ceil(shape[d]! / length));
  return {
    name: `split(${length}, ${d})[${piece}]`,
    engine: (t) => t.split(length, d)[piece]!,
    model: ranged(d, piece * length, 1, Math.min(length, shape[d]! - piece * length)),
    isOneOfSeveral: true,
  };
};

const tensorSplit: Maker = (shape, choose) => {
  const d = dimOf(shape, choose);
  if (d === null) return null;
  const cut = choose(shape[d]! + 1);
  return {
    name: `tensor_split([${cut}], ${d})[1]`,
    engine: (t) => t.tensor_split([cut], d)[1]!,
    model: ranged(d, cut, 1, shape[d]! - cut),
  };
};

const unsqueeze: Maker = (shape, choose) => {
  const d = choose(shape.length + 1);
  return {
    name: `unsqueeze(${d})`,
    engine: (t) => t.unsqueeze(d),
    model: (model) =>
      remap(model, [...shape.slice(0, d), 1, ...shape.slice(d)], (at) => at.filter((_, k) => k !== d)),
  };
};

const squeeze: Maker = (shape) => ({
  name: "squeeze()",
  engine: (t) => t.squeeze(),
  model: (model) => ({ shape: shape.filter((size) => size !== 1), places: model.places }),
});

const unflatten: Maker = (shape, choose) => {
  const d = dimOf(shape, choose);
  if (d === null || shape[d] === 0) return null;
  const divisors = Array.from({ length: shape[d]! }, (_, i) => i + 1).filter((n) => shape[d]! % n === 0);
  const rows = divisors[choose(divisors.length)]!;
  return {
    name: `unflatten(${d}, [${rows}, -1])`,
    engine: (t) => t.unflatten(d, [rows, -1]),
    model: (model) => ({ shape: replaced(shape, d, rows, shape[d]! / rows), places: model.places }),
  };
};

const diagonal: Maker = (shape, choose) => {
  if (shape.length < 2) return null;
  const first = choose(shape.length);
  const second = (first + 1 + choose(shape.length - 1)) % shape.length;
  const offset = choose(5) - 2;
  const [down, across] = [Math.max(0, -offset), Math.max(0, offset)];
  const size = Math.max(0, Math.min(shape[first]! - down, shape[second]! - across));
  const others = [...shape.keys()].filter((d) => d !== first && d !== second);
  return {
    name: `diagonal(${offset}, ${first}, ${second})`,
    engine: (t) => t.diagonal(offset, first, second),
    model: (model) =>
      remap(model, [...others.map((d) => shape[d]!), size], (at) => {
        const i = at.at(-1)!;
        return [...shape.keys()].map((d) => {
          if (d === first) return i + down;
          return d === second ? i + across : at[others.indexOf(d)]!;
        });
      }),
  };
};

const unfold: Maker = (shape, choose) => {
  const d = dimOf(shape, choose);
  if (d === null) return null;
  const size = choose(shape[d]! + 1);
  const step = 1 + choose(3);
  const count = Math.floor((shape[d]! - size) / step) + 1;
  return {
    name: `unfold(${d}, ${size}, ${step})`,
    engine: (t) => t.unfold(d, size, step),
    model: (model) =>
      remap(model, [...replaced(shape, d, count), size], (at) =>
        replaced(at.slice(0, -1), d, at[d]! * step + at.at(-1)!),
      ),
    overlaps: size > step && count > 1,
  };
};

const expand: Maker = (shape, choose) => {
  const times = 1 + choose(3);
  const wanted = [times, ...shape.map((size) => (size === 1 ? times : size))];
  return {
    name: `expand(${wanted})`,
    engine: (t) => t.expand(wanted),
    model: (model) => remap(model, wanted, (at) => at.slice(1).map((c, d) => (shape[d] === 1 ? 0 : c))),
    overlaps: times > 1,
  };
};

const MAKERS: readonly Maker[] = [
  transpose,
  permute,
  movedim,
  select,
  range,
  narrow,
  split,
  tensorSplit,
  unsqueeze,
  squeeze,
  unflatten,
  diagonal,
  unfold,
  expand,
];

/** A step that can be taken of a view of this shape. */
export function chooseStep(shape: readonly number[], choose: Choose): Step {
  for (;;) {
    const step = MAKERS[choose(MAKERS.length)]!(shape, choose);
    if (step !== null) return step;
  }
}
