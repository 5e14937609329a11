import { RuntimeError } from "../errors";
import { fmaFloat32, fmaFloat64 } from "../kernels";
import { saving } from "./derivatives";
import { bool, C_NAMES, type DType } from "./dtype";
import { sameGradient } from "./make";
import { checkOperand, isTensor, type Operand, participantOf, viewOf } from "./operand";
import type { Operation } from "./operation";
import { applyTernary, type TernaryKernel } from "./ops/ternary";
import { resultType } from "./promote";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

const { fround } = Math;

function rounder(dtype: DType): (x: number) => number {
  return dtype.name === "float32" ? fround : (x) => x;
}

/** From the nearer end, so that weight 1 gives the end itself. */
function lerpKernel(dtype: DType): TernaryKernel {
  const round = rounder(dtype);
  const fused = dtype.name === "float32" ? fmaFloat32 : fmaFloat64;
  return {
    numbers: (start, end, weight) => {
      const way = round(end - start);
      return weight < 0.5 ? fused(weight, way, start) : fused(-way, round(1 - weight), end);
    },
  };
}

/** `self + weight · (end - self)`. */
export function lerp(self: Tensor, end: Tensor, weight: Operand): Operation {
  const call = "torch.lerp";
  checkOperand(call, end, "end");
  checkOperand(call, weight, "weight");
  const { dtype } = self;
  for (const [name, given] of Object.entries({ end, weight })) {
    if (!isTensor(given) || given.dtype === dtype) continue;
    throw new RuntimeError(
      call,
      `expected dtype ${C_NAMES[dtype.name]} for \`${name}\` but got dtype ${C_NAMES[given.dtype.name]}`,
      `convert it: ${name}.to(torch.${dtype.name})`,
    );
  }
  if (!dtype.is_floating_point) {
    const kernel = isTensor(weight) ? "lerp_kernel_tensor" : "lerp_kernel_scalar";
    throw new RuntimeError(call, `"${kernel}" not implemented for '${dtype.scalarName}'`);
  }
  const operands = [self[STRIDED], end[STRIDED], viewOf(weight, dtype)] as const;
  const rest = (weight: Operand) => (isTensor(weight) ? weight.neg().add(1) : 1 - Number(weight));
  return {
    call,
    node: isTensor(weight) ? "LerpBackward1" : "LerpBackward0",
    operands: [self, end, weight],
    compute: () => applyTernary(call, operands, { kernel: lerpKernel(dtype), dtype }),
    derivatives: [
      saving([weight], (grad, weight) => grad.mul(rest(weight))),
      saving([weight], (grad, weight) => grad.mul(weight)),
      saving([self, end], (grad, self, end) => grad.mul(end.sub(self))),
    ],
  };
}

/** The sum and the last product are fused, as PyTorch's compiler fuses them. */
function addProductKernel(dtype: DType, value: number): TernaryKernel {
  const round = rounder(dtype);
  const fused = dtype.name === "float32" ? fmaFloat32 : fmaFloat64;
  const factor = round(value);
  const whole = BigInt(Math.trunc(value));
  return {
    numbers: (x, a, b) => fused(round(factor * a), b, x),
    integers: (x, a, b) => x + whole * a * b,
  };
}

function addQuotientKernel(dtype: DType, value: number): TernaryKernel {
  const round = rounder(dtype);
  const factor = round(value);
  return { numbers: (x, a, b) => x + round(round(factor * a) / b) };
}

type Factors = { readonly tensor1: Tensor; readonly tensor2: Tensor; readonly value: number };

function checkFactors(call: string, { tensor1, tensor2 }: Factors): void {
  checkOperand(call, tensor1, "tensor1");
  checkOperand(call, tensor2, "tensor2");
}

/** `self + value · tensor1 · tensor2`. */
export function addcmul(self: Tensor, factors: Factors): Operation {
  const call = "torch.addcmul";
  checkFactors(call, factors);
  const { tensor1, tensor2, value } = factors;
  const dtype = resultType([self, tensor1, tensor2].map(participantOf));
  if (dtype === bool) throw new RuntimeError(call, "\"addcmul_cpu_out\" not implemented for 'Bool'");
  const operands = [self[STRIDED], tensor1[STRIDED], tensor2[STRIDED]] as const;
  return {
    call,
    node: "AddcmulBackward0",
    operands: [self, tensor1, tensor2],
    compute: () => applyTernary(call, operands, { kernel: addProductKernel(dtype, value), dtype }),
    derivatives: [
      sameGradient,
      saving([tensor2], (grad, b) => grad.mul(b.mul(value))),
      saving([tensor1], (grad, a) => grad.mul(a.mul(value))),
    ],
  };
}

/** `self + value · tensor1 / tensor2`. */
export function addcdiv(self: Tensor, factors: Factors): Operation {
  const call = "torch.addcdiv";
  checkFactors(call, factors);
  const { tensor1, tensor2, value } = factors;
  if (!tensor1.is_floating_point() && !tensor2.is_floating_point()) {
    throw new RuntimeError(
      call,
      "Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.",
      "convert one of them: tensor1.to(torch.float32)",
    );
  }
  const dtype = resultType([self, tensor1, tensor2].map(participantOf));
  const operands = [self[STRIDED], tensor1[STRIDED], tensor2[STRIDED]] as const;
  return {
    call,
    node: "AddcdivBackward0",
    operands: [self, tensor1, tensor2],
    compute: () => applyTernary(call, operands, { kernel: addQuotientKernel(dtype, value), dtype }),
    derivatives: [
      sameGradient,
      saving([tensor2], (grad, b) => grad.mul(b.reciprocal().mul(value))),
      saving([tensor1, tensor2], (grad, a, b) => grad.neg().mul(a.mul(value).div(b.mul(b)))),
    ],
  };
}
