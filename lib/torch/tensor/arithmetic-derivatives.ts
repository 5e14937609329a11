import type { ArithmeticName } from "./arithmetic";
import { type Derivatives, RESULT, saving } from "./derivatives";
import { sameGradient } from "./make";
import { isTensor, type Operand } from "./operand";
import { where } from "./ops/where";
import type { Tensor } from "./tensor";

type Pair = { readonly a: Operand; readonly b: Operand; readonly alpha: number | bigint };

function scaled(grad: Tensor, alpha: number | bigint): Tensor {
  return alpha === 1 || alpha === 1n ? grad : grad.mul(alpha);
}

/** Half to each of two equal operands, all to the one that was taken. */
function shared(grad: Tensor, equal: Tensor, lost: Tensor): Tensor {
  return where(lost, 0, where(equal, grad.div(2), grad));
}

function asTensor(value: Operand, other: Operand): Tensor {
  return isTensor(value) ? value : (other as Tensor).mul(0).add(value);
}

function extreme({ a, b }: Pair, loses: "lt" | "gt"): Derivatives {
  return [
    saving([a, b], (grad, a, b) => {
      const own = asTensor(a, b);
      return shared(grad, own.eq(b), own[loses](b));
    }),
    saving([a, b], (grad, a, b) => {
      const own = asTensor(b, a);
      return shared(grad, own.eq(a), own[loses](a));
    }),
  ];
}

function power({ a, b }: Pair): Derivatives {
  return [
    saving([a, b], (grad, a, b) => {
      const exponent = b as Tensor;
      const slope = exponent.mul((a as Tensor).pow(exponent.sub(1)));
      return where(exponent.eq(0), 0, grad.mul(slope));
    }),
    saving([a, b, RESULT], (grad, a, b, result) => {
      if (!isTensor(a)) {
        const slope = result.mul(result.mul(0).add(a).log());
        return Number(a) === 0 ? where((b as Tensor).ge(0), 0, grad.mul(slope)) : grad.mul(slope);
      }
      const flat = a.eq(0).logical_and((b as Tensor).ge(0));
      return grad.mul(where(flat, 0, result.mul(a.log())));
    }),
  ];
}

/** The derivatives of the operations of two operands that have one. */
export const ARITHMETIC_DERIVATIVES: Readonly<
  Record<Exclude<ArithmeticName, "floor_divide">, (pair: Pair) => Derivatives>
> = {
  add: ({ alpha }) => [sameGradient, (grad) => scaled(grad, alpha)],
  sub: ({ alpha }) => [sameGradient, (grad) => scaled(grad.neg(), alpha)],
  mul: ({ a, b }) => [saving([b], (grad, b) => grad.mul(b)), saving([a], (grad, a) => grad.mul(a))],
  div: ({ a, b }) => [
    saving([b], (grad, b) => grad.div(b)),
    saving([a, b], (grad, a, b) => {
      const divisor = b as Tensor;
      return grad.neg().mul(asTensor(a, divisor).div(divisor).div(divisor));
    }),
  ],
  pow: power,
  remainder: ({ a, b }) => [
    sameGradient,
    saving([a, b], (grad, a, b) => {
      const divisor = b as Tensor;
      return grad.neg().mul(asTensor(a, divisor).div(divisor).floor());
    }),
  ],
  maximum: (pair) => extreme(pair, "lt"),
  minimum: (pair) => extreme(pair, "gt"),
};

/** The derivative of a power with a plain exponent. */
export function powerOfScalar(base: Tensor, exponent: number): Derivatives {
  return [
    saving([base], (grad, x) => (exponent === 0 ? grad.mul(0) : grad.mul(x.pow(exponent - 1).mul(exponent)))),
  ];
}
