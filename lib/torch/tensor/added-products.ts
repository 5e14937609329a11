import { RuntimeError } from "../errors";
import { bindCall } from "./bind";
import { copyInto, copyOf } from "./convert";
import { type Derivatives, saving } from "./derivatives";
import { withGradMode } from "./grad";
import { record } from "./make";
import type { Scalar } from "./promote";
import { showShape } from "./shape";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";
import { writeInPlace } from "./write";

/** The factors of `beta · self + alpha · product`. */
export type AddedOptions = { beta?: Scalar; alpha?: Scalar };

/** One of the operations `beta · self + alpha · product(a, b)`. */
type Added = {
  readonly node: string;
  /** The names of the two factors. */
  readonly names: readonly [string, string];
  /** Throws PyTorch's sentence unless the three fit together. */
  readonly check: (call: string, self: Tensor, a: Tensor, b: Tensor) => void;
  readonly product: (a: Tensor, b: Tensor) => Tensor;
  /** The gradients of the two factors from that of the product. */
  readonly derivatives: readonly [
    (grad: Tensor, other: Tensor) => Tensor,
    (grad: Tensor, other: Tensor) => Tensor,
  ];
};

function checkRank(call: string, tensor: Tensor, rank: number, sentence: string): void {
  if (tensor.ndim !== rank) throw new RuntimeError(call, sentence, `got shape ${showShape(tensor.shape)}`);
}

function checkBatches(call: string, a: Tensor, b: Tensor): void {
  checkRank(call, a, 3, "batch1 must be a 3D tensor");
  checkRank(call, b, 3, "batch2 must be a 3D tensor");
  const [n, , k] = a.shape as [number, number, number];
  if (b.shape[0] === n && b.shape[1] === k) return;
  throw new RuntimeError(
    call,
    `Expected size for first two dimensions of batch2 tensor to be: [${n}, ${k}] but got: [${b.shape[0]}, ${b.shape[1]}].`,
  );
}

function checkMatrices(call: string, _: Tensor, a: Tensor, b: Tensor): void {
  checkRank(call, a, 2, `mat1 must be a matrix, got ${a.ndim}-D tensor`);
  checkRank(call, b, 2, `mat2 must be a matrix, got ${b.ndim}-D tensor`);
  const [m, k] = a.shape as [number, number];
  const [rows, n] = b.shape as [number, number];
  if (k === rows) return;
  throw new RuntimeError(call, `mat1 and mat2 shapes cannot be multiplied (${m}x${k} and ${rows}x${n})`);
}

function transposed(tensor: Tensor): Tensor {
  return tensor.transpose(-1, -2);
}

/** The operations of this kind by their names. */
export const ADDED = {
  addmm: {
    node: "AddmmBackward0",
    names: ["mat1", "mat2"],
    check: checkMatrices,
    product: (a, b) => a.mm(b),
    derivatives: [(grad, b) => grad.mm(b.t()), (grad, a) => a.t().mm(grad)],
  },
  addmv: {
    node: "AddmvBackward0",
    names: ["mat", "vec"],
    check(call, self, a, b) {
      if (a.ndim !== 2 || b.ndim !== 1 || self.ndim > 1) {
        throw new RuntimeError(
          call,
          `vector + matrix @ vector expected, got ${self.ndim}, ${a.ndim}, ${b.ndim}`,
        );
      }
      const [n, m] = a.shape as [number, number];
      const size = self.ndim === 0 ? 1 : self.shape[0]!;
      if (m === b.shape[0] && (size === 1 || size === n)) return;
      throw new RuntimeError(call, `size mismatch, got ${size}, ${n}x${m},${b.shape[0]}`);
    },
    product: (a, b) => a.mv(b),
    derivatives: [(grad, b) => grad.outer(b), (grad, a) => a.t().mv(grad)],
  },
  addr: {
    node: "AddrBackward0",
    names: ["vec1", "vec2"],
    check(call, _, a, b) {
      if (a.ndim === 1 && b.ndim === 1) return;
      throw new RuntimeError(
        call,
        `addr: Expected 1-D argument vec${a.ndim === 1 ? 2 : 1}, but got ${a.ndim === 1 ? b.ndim : a.ndim}-D`,
      );
    },
    product: (a, b) => a.outer(b),
    derivatives: [(grad, b) => grad.mv(b), (grad, a) => grad.t().mv(a)],
  },
  baddbmm: {
    node: "BaddbmmBackward0",
    names: ["batch1", "batch2"],
    check(call, self, a, b) {
      if (a.ndim > 1 && b.ndim > 2) self.expand(a.shape[0]!, a.shape[1]!, b.shape[2]!);
      checkBatches(call, a, b);
    },
    product: (a, b) => a.bmm(b),
    derivatives: [(grad, b) => grad.bmm(transposed(b)), (grad, a) => transposed(a).bmm(grad)],
  },
  addbmm: {
    node: "AddbmmBackward0",
    names: ["batch1", "batch2"],
    check: (call, _, a, b) => checkBatches(call, a, b),
    product: (a, b) => a.bmm(b).sum(0),
    derivatives: [
      (grad, b) => grad.expand(b.shape[0]!, -1, -1).bmm(transposed(b)),
      (grad, a) => transposed(a).bmm(grad.expand(a.shape[0]!, -1, -1)),
    ],
  },
} as const satisfies Readonly<Record<string, Added>>;

type Bound = {
  readonly a: Tensor;
  readonly b: Tensor;
  readonly beta: Scalar;
  readonly alpha: Scalar;
};

function isOne(factor: Scalar): boolean {
  return factor === 1 || factor === 1n || factor === true;
}

function scaled(tensor: Tensor, factor: Scalar): Tensor {
  return isOne(factor) ? tensor : tensor.mul(factor);
}

function bindFactors(call: string, self: Tensor, given: readonly unknown[], added: Added): Bound {
  const [first, second] = added.names;
  const schema = { [first]: "Tensor", [second]: "Tensor" } as const;
  const bound = bindCall(call, given, schema, { beta: "Number?", alpha: "Number?" });
  const { beta = 1, alpha = 1 } = bound;
  const [a, b] = [bound[first] as Tensor, bound[second] as Tensor];
  if (added.node === "AddmmBackward0") checkDtypes(call, self, a, b);
  added.check(call, self, a, b);
  return { a, b, beta, alpha };
}

function checkDtypes(call: string, self: Tensor, mat1: Tensor, mat2: Tensor): void {
  if (self.dtype !== mat2.dtype) throw new RuntimeError(call, "self and mat2 must have the same dtype");
  if (mat1.dtype !== mat2.dtype) throw new RuntimeError(call, "mat1 and mat2 must have the same dtype");
}

/** The sum without history. With `beta` 0 what is added to does not count, not even NaN. */
function computeAdded(self: Tensor, { a, b, beta, alpha }: Bound, added: Added): Tensor {
  return withGradMode(false, () => {
    const product = scaled(added.product(a, b), alpha);
    const own = self.expand(product.shape);
    return Number(beta) === 0 ? product : scaled(own, beta).add(product);
  });
}

function derivativesOf({ a, b, beta, alpha }: Bound, added: Added): Derivatives {
  const [forFirst, forSecond] = added.derivatives;
  return [
    (grad) => scaled(grad, beta),
    saving([b], (grad, b) => scaled(forFirst(grad, b), alpha)),
    saving([a], (grad, a) => scaled(forSecond(grad, a), alpha)),
  ];
}

/** `beta · self + alpha · product` as a tensor of its own. */
export function addProduct(name: keyof typeof ADDED, self: Tensor, given: readonly unknown[]): Tensor {
  const call = `torch.${name}`;
  const added: Added = ADDED[name];
  const bound = bindFactors(call, self, given, added);
  const sum = computeAdded(self, bound, added);
  return record(added.node, [self, bound.a, bound.b], copyOf(sum[STRIDED]), derivativesOf(bound, added));
}

/** The same in place. */
export function addProductInPlace(name: keyof typeof ADDED, self: Tensor, given: readonly unknown[]): void {
  const call = `Tensor.${name}_`;
  const added: Added = ADDED[name];
  const bound = bindFactors(call, self, given, added);
  const write = {
    call,
    node: added.node,
    inputs: [bound.a, bound.b],
    derivatives: derivativesOf(bound, added),
  };
  writeInPlace(self, write, (view) => copyInto(view, computeAdded(self, bound, added)[STRIDED]));
}
