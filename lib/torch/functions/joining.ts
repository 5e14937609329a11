import { bindArguments, isKeywords } from "../arguments";
import { RuntimeError, TypeMismatch } from "../errors";
import {
  broadcastShapes,
  cat,
  isTensor,
  renameNode,
  showShape,
  stack,
  type Tensor,
  typeName,
  zeros,
} from "../tensor";
import { warn } from "../warnings";

type Several = readonly Tensor[] | readonly [readonly Tensor[]];

/** Tensors given one by one or as one list. */
function toTensors(name: string, given: readonly unknown[]): readonly Tensor[] {
  const list = Array.isArray(given[0]) && given.length === 1 ? (given[0] as readonly unknown[]) : given;
  list.forEach((tensor, i) => {
    if (isTensor(tensor)) return;
    throw new TypeMismatch(
      `torch.${name}`,
      `expected Tensor as element ${i} in argument 0, but got ${typeName(tensor)}`,
    );
  });
  return list as readonly Tensor[];
}

/** One function for one tensor, or for each of several. */
function each(name: string, view: (tensor: Tensor) => Tensor) {
  function applied(input: Tensor): Tensor;
  function applied(...tensors: readonly Tensor[]): Tensor[];
  function applied(tensors: readonly Tensor[]): Tensor[];
  function applied(...given: readonly unknown[]): Tensor | Tensor[] {
    const tensors = toTensors(name, given);
    return given.length === 1 && isTensor(given[0]) ? view(given[0]) : tensors.map(view);
  }
  return applied;
}

/**
 * A scalar as a vector of one value; other tensors as they are.
 * @example
 * torch.atleast_1d(torch.tensor(5)) // => tensor([5])
 */
export const atleast_1d = each("atleast_1d", (tensor) => (tensor.ndim === 0 ? tensor.reshape(1) : tensor));
/**
 * A vector as a matrix of one row; matrices and more as they are.
 * @example
 * torch.atleast_2d(torch.tensor([1, 2])) // => tensor([[1, 2]])
 */
export const atleast_2d = each("atleast_2d", (tensor) => {
  if (tensor.ndim === 0) return tensor.reshape(1, 1);
  return tensor.ndim === 1 ? tensor.unsqueeze(0) : tensor;
});
/**
 * A matrix with a last dimension of size 1, a vector with a first one too.
 * @example
 * torch.atleast_3d(torch.tensor([1, 2])).shape // => 1,2,1
 */
export const atleast_3d = each("atleast_3d", (tensor) => {
  if (tensor.ndim === 0) return tensor.reshape(1, 1, 1);
  if (tensor.ndim === 1) return tensor.unsqueeze(0).unsqueeze(-1);
  return tensor.ndim === 2 ? tensor.unsqueeze(-1) : tensor;
});

function checkAny(name: string, tensors: readonly Tensor[]): readonly Tensor[] {
  const list = toTensors(name, [tensors]);
  if (list.length > 0) return list;
  throw new RuntimeError(`torch.${name}`, `${name} expects a non-empty TensorList`);
}

/**
 * Another name of `torch.cat`.
 * @example
 * torch.concat([torch.tensor([1]), torch.tensor([2, 3])]) // => tensor([1, 2, 3])
 */
export const concat = cat;

/**
 * Side by side: along dimension 1, vectors along 0. Source: `torch.hstack`.
 * @example
 * torch.hstack([torch.tensor([1]), torch.tensor([2, 3])]) // => tensor([1, 2, 3])
 */
export function hstack(tensors: readonly Tensor[]): Tensor {
  const list = atleast_1d(checkAny("hstack", tensors));
  return cat(list, list[0]!.ndim === 1 ? 0 : 1);
}

/**
 * One below the other: along dimension 0, vectors as rows. Source: `torch.vstack`.
 * @example
 * torch.vstack([torch.tensor([1, 2]), torch.tensor([3, 4])]) // => tensor([[1, 2],\n        [3, 4]])
 */
export function vstack(tensors: readonly Tensor[]): Tensor {
  return cat(atleast_2d(checkAny("vstack", tensors)), 0);
}

/**
 * Another name of `vstack`.
 * @example
 * torch.row_stack([torch.tensor([1, 2]), torch.tensor([3, 4])]) // => tensor([[1, 2],\n        [3, 4]])
 */
export function row_stack(tensors: readonly Tensor[]): Tensor {
  return cat(atleast_2d(checkAny("vstack", tensors)), 0);
}

/**
 * One behind the other: along dimension 2. Source: `torch.dstack`.
 * @example
 * torch.dstack([torch.tensor([1, 2]), torch.tensor([3, 4])]) // => tensor([[[1, 3],\n         [2, 4]]])
 */
export function dstack(tensors: readonly Tensor[]): Tensor {
  return cat(atleast_3d(checkAny("dstack", tensors)), 2);
}

/**
 * Vectors as the columns of a matrix, matrices side by side. Source: `torch.column_stack`.
 * @example
 * torch.column_stack([torch.tensor([1, 2]), torch.tensor([3, 4])]) // => tensor([[1, 3],\n        [2, 4]])
 */
export function column_stack(tensors: readonly Tensor[]): Tensor {
  const list = checkAny("column_stack", tensors);
  return hstack(list.map((tensor) => (tensor.ndim <= 1 ? tensor.reshape(tensor.numel(), 1) : tensor)));
}

/**
 * The tensors in the shape that they have together, as views. Source: `torch.broadcast_tensors`.
 * @example
 * torch.broadcast_tensors(torch.zeros(2, 1), torch.zeros(3))[1].shape // => 2,3
 */
export function broadcast_tensors(...tensors: Several): Tensor[] {
  const list = toTensors("broadcast_tensors", tensors);
  const shape = broadcastShapes(
    "torch.broadcast_tensors",
    list.map((tensor) => tensor.shape),
  );
  return list.map((tensor) => tensor.expand(shape));
}

/**
 * The shape that tensors of these shapes have together. Source: `torch.broadcast_shapes`.
 * @example
 * torch.broadcast_shapes([2, 1], [3]) // => 2,3
 */
export function broadcast_shapes(...shapes: readonly (number | readonly number[])[]): number[] {
  const lists = shapes.map((shape) => (typeof shape === "number" ? [shape] : shape));
  const rank = Math.max(0, ...lists.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, d) => {
    const sizes = lists.map((shape) => shape[d - rank + shape.length] ?? 1).filter((size) => size !== 1);
    const [size = 1] = sizes;
    if (sizes.every((other) => other === size)) return size;
    throw new RuntimeError(
      "torch.broadcast_shapes",
      "Shape mismatch: objects cannot be broadcast to a single shape",
      `got ${lists.map(showShape).join(", ")}`,
    );
  });
}

/**
 * Matrices as the blocks along the diagonal of one that is 0 elsewhere; vectors count as rows. Source: `torch.block_diag`.
 * @example
 * torch.block_diag(torch.tensor([[1, 2]]), torch.tensor([[3]])) // => tensor([[1, 2, 0],\n        [0, 0, 3]])
 */
export function block_diag(...tensors: Several): Tensor {
  const list = toTensors("block_diag", tensors);
  const blocks = list.map((tensor, i) => {
    if (tensor.ndim <= 2) return tensor.ndim === 2 ? tensor : tensor.reshape(1, tensor.numel());
    throw new RuntimeError(
      "torch.block_diag",
      `torch.block_diag: Input tensors must have 2 or fewer dimensions. Input ${i} has ${tensor.ndim} dimensions`,
    );
  });
  if (blocks.length === 0) return zeros(1, 0);
  const columns = blocks.reduce((sum, block) => sum + block.shape[1]!, 0);
  let before = 0;
  const rows = blocks.map((block) => {
    const [height, width] = block.shape as [number, number];
    const left = block.new_zeros(height, before);
    before += width;
    return cat([left, block, block.new_zeros(height, columns - before)], 1);
  });
  return renameNode(cat(rows, 0), "BlockDiagBackward0");
}

/** Keywords of `meshgrid`. */
export type MeshgridOptions = { indexing?: "ij" | "xy" | null };

/**
 * The coordinates of a grid, as views: of vectors of n and m values two n×m tensors, with `indexing: "xy"` two m×n ones.
 * Without `indexing` a warning says that it will be required. Source: `torch.meshgrid`.
 * @example
 * torch.meshgrid(torch.arange(2), torch.arange(3), { indexing: "ij" })[1] // => tensor([[0, 1, 2],\n        [0, 1, 2]])
 */
export function meshgrid(...given: readonly (Tensor | readonly Tensor[] | MeshgridOptions)[]): Tensor[] {
  const call = "torch.meshgrid";
  const last = given.at(-1);
  const options = isKeywords(last) ? last : {};
  const { indexing = null } = bindArguments<MeshgridOptions>(call, [options], {
    names: [],
    only: ["indexing"],
  });
  const tensors = toTensors("meshgrid", isKeywords(last) ? given.slice(0, -1) : given);
  if (indexing === null) {
    warn("torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.");
  } else if (indexing !== "ij" && indexing !== "xy") {
    throw new RuntimeError(
      call,
      `torch.meshgrid: indexing must be one of "xy" or "ij", but received: ${String(indexing)}`,
    );
  }
  return gridOf(tensors, indexing === "xy" && tensors.length >= 2);
}

function gridOf(tensors: readonly Tensor[], swaps: boolean): Tensor[] {
  const call = "torch.meshgrid";
  const [first] = tensors;
  if (first === undefined) throw new RuntimeError(call, "meshgrid expects a non-empty TensorList");
  for (const tensor of tensors) {
    if (tensor.ndim > 1) {
      throw new RuntimeError(
        call,
        `torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: shape ${showShape(tensor.shape)}`,
      );
    }
    if (tensor.dtype === first.dtype) continue;
    throw new RuntimeError(call, "torch.meshgrid expects all tensors to have the same dtype");
  }
  const [a, b, ...rest] = tensors as [Tensor, Tensor, ...Tensor[]];
  const ordered = swaps ? [b, a, ...rest] : tensors;
  const shape = ordered.map((tensor) => tensor.numel());
  const grids = ordered.map((tensor, d) =>
    tensor.view(shape.map((_, k) => (k === d ? -1 : 1))).expand(shape),
  );
  if (!swaps) return grids;
  const [second, one, ...others] = grids as [Tensor, Tensor, ...Tensor[]];
  return [one, second, ...others];
}

/**
 * All tuples of one value of each vector, as rows. Source: `torch.cartesian_prod`.
 * @example
 * torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])).tolist() // => 1,3,1,4,2,3,2,4
 */
export function cartesian_prod(...tensors: Several): Tensor {
  const list = toTensors("cartesian_prod", tensors);
  for (const tensor of list) {
    if (tensor.ndim === 1) continue;
    throw new RuntimeError(
      "torch.cartesian_prod",
      `Expect a 1D vector, but got shape ${showShape(tensor.shape)}`,
    );
  }
  if (list.length === 1) return list[0]!;
  return stack(
    gridOf(list, false).map((grid) => grid.flatten()),
    1,
  );
}

/** How many values at a time, and whether one may come twice. */
export type CombinationOptions = { r?: number; with_replacement?: boolean };

/**
 * All choices of `r` values (2 unless given) of a vector, as rows, in the order of the places. Source: `torch.combinations`.
 * @example
 * torch.combinations(torch.tensor([1, 2, 3])).tolist() // => 1,2,1,3,2,3
 */
export function combinations(
  input: Tensor,
  ...given: readonly (number | boolean | CombinationOptions)[]
): Tensor {
  const call = "torch.combinations";
  const bound = bindArguments<CombinationOptions>(call, given, { names: ["r", "with_replacement"] });
  const { r = 2, with_replacement = false } = bound;
  if (input.ndim !== 1) {
    throw new RuntimeError(call, `Expect a 1D vector, but got shape ${showShape(input.shape)}`);
  }
  if (r < 0) throw new RuntimeError(call, `Expect a non-negative number, but got ${r}`);
  if (r === 0) return input.new_empty(0);
  const places = choose(input.numel(), r, with_replacement);
  const columns = Array.from({ length: r }, (_, k) => places.map((row) => row[k]!));
  return stack(
    columns.map((column) => input.at(column)),
    1,
  );
}

function choose(n: number, r: number, repeats: boolean, from = 0): number[][] {
  if (r === 0) return [[]];
  const rows: number[][] = [];
  for (let i = from; i < n; i++) {
    for (const rest of choose(n, r - 1, repeats, repeats ? i : i + 1)) rows.push([i, ...rest]);
  }
  return rows;
}
