import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { ValueError } from "../errors";
import { qr } from "../linalg/qr";
import type { Generator } from "../random";
import { empty, showShape, type Tensor } from "../tensor";
import type { DrawOptions } from "./basic";
import { checkTensor } from "./check";

/** Keywords of `orthogonal_`. */
export type OrthogonalOptions = DrawOptions & { gain?: number };

/**
 * An orthogonal matrix, times `gain` (1): rows or columns, whichever are fewer, are orthonormal, so that a deep linear
 * network keeps the length of every vector. Dimensions from the second on are taken as one.
 *
 * Q of the QR decomposition of a matrix of standard normals (transposed if it is wide), with the signs of R's diagonal,
 * which makes it uniform among all. Draws as `normal_` of shape (rows, columns); agrees with PyTorch to 1e-5.
 * Errors: fewer than 2 dimensions. Source: `torch.nn.init.orthogonal_`. Saxe, McClelland & Ganguli 2013; Mezzadri 2006.
 * @example
 * let w = nn.init.orthogonal_(torch.empty(2, 5)); w.matmul(w.t()).sub(torch.eye(2)).abs().max().lt(1e-6) // => tensor(True)
 */
export function orthogonal_<T extends Tensor>(tensor: T, gain?: number, options?: DrawOptions): T;
export function orthogonal_<T extends Tensor>(tensor: T, options: OrthogonalOptions): T;
export function orthogonal_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const call = "nn.init.orthogonal_";
  const { gain = 1, generator = null } = bindArguments<OrthogonalOptions>(call, given, {
    names: ["gain"],
    only: ["generator"],
  });
  checkTensor(call, tensor, "ndimension");
  if (tensor.ndim < 2) {
    throw new ValueError(
      call,
      "Only tensors with 2 or more dimensions are supported",
      `got shape ${showShape(tensor.shape)}`,
    );
  }
  if (tensor.numel() === 0) return tensor;
  const rows = tensor.shape[0]!;
  const columns = tensor.numel() / rows;
  return no_grad(() => {
    const q = drawOrthogonal(rows, columns, { like: tensor, generator });
    tensor.view(rows, columns).copy_(q);
    tensor.mul_(gain);
    return tensor;
  });
}

/** A uniform draw among the matrices with orthonormal rows or columns, in the dtype of another tensor. */
export function drawOrthogonal(
  rows: number,
  columns: number,
  { like, generator }: { like: Tensor; generator: Generator | null },
): Tensor {
  const isWide = rows < columns;
  const drawn = empty([rows, columns], { dtype: like.dtype }).normal_(0, 1, { generator });
  const { Q, R } = qr(isWide ? drawn.t() : drawn);
  const side = Math.min(rows, columns);
  const signs = empty([side], { dtype: like.dtype });
  for (let i = 0; i < side; i++) signs.set(i, Math.sign(R.at(i, i).item()));
  const q = Q.mul(signs);
  return isWide ? q.t() : q;
}
