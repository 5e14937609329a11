import { RuntimeError } from "../errors";
import { erfinvFloat32 } from "../kernels";
import { applyFloat } from "./apply";
import { checkCast } from "./arithmetic";
import type { Derivatives } from "./derivatives";
import { bool, type DType, int64 } from "./dtype";
import { makeTensor, record } from "./make";
import { applyUnary } from "./ops/elementwise";
import { FLOAT_OPS, floatKernel, kernelFor, powScalar, SAME_OPS, TESTS, testKernel } from "./ops/unary";
import { POINTWISE } from "./pointwise-derivatives";
import { toFloating } from "./promote";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";
import { writeInPlace } from "./write";

/** Functions of one element whose result is floating point. */
export type FloatName = keyof typeof FLOAT_OPS;
/** Functions of one element that keep the dtype. */
export type SameName = keyof typeof SAME_OPS;
/** Tests of one element. */
export type TestName = keyof typeof TESTS;

function floatOperation(name: FloatName, dtype: DType): (x: number) => number {
  if (name === "erfinv" && dtype.name === "float32") return erfinvFloat32;
  // The root is rounded to the dtype before it is divided, as the processor's vector instructions do.
  return name === "rsqrt" ? powScalar(-0.5, dtype) : FLOAT_OPS[name].f;
}

/** A new tensor of `f(x)`; integers become float32. */
export function floatFunction(name: FloatName, tensor: Tensor): Tensor {
  const { node } = FLOAT_OPS[name];
  const f = floatOperation(name, toFloating(tensor.dtype));
  return record(node, [tensor], applyFloat(tensor, f), POINTWISE[name](tensor));
}

/** A new tensor of any function of one element, computed in float64 and rounded once, with its derivative. */
export function pointwise(
  node: string,
  tensor: Tensor,
  f: (x: number) => number,
  derivatives: Derivatives,
): Tensor {
  return record(node, [tensor], applyFloat(tensor, f), derivatives);
}

/** The same, written into the tensor. */
export function floatFunctionInPlace(name: FloatName, tensor: Tensor): Tensor {
  const { node } = FLOAT_OPS[name];
  const f = floatOperation(name, tensor.dtype);
  const call = `Tensor.${name}_`;
  return writeInPlace(tensor, { call, node, derivatives: POINTWISE[name](tensor) }, (view) => {
    checkCast(call, toFloating(view.dtype), view.dtype);
    applyUnary(view, { kernel: floatKernel(f), into: view });
  });
}

function refuseBool(name: SameName, tensor: Tensor): void {
  if (tensor.dtype !== bool) return;
  if (name === "neg") {
    throw new RuntimeError(
      "Tensor.neg",
      "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
    );
  }
  if (name === "frac") return;
  if (name === "relu") throw new RuntimeError("torch.relu", "Boolean inputs not supported for relu");
  if (name === "abs") throw new RuntimeError("torch.abs", "\"abs_cpu\" not implemented for 'Bool'");
  if (name === "sign" || name === "sgn" || name === "square") return;
  throw new RuntimeError(`Tensor.${name}`, `"${name}_vml_cpu" not implemented for 'Bool'`);
}

function refuseIntegers(name: SameName, tensor: Tensor): void {
  if (name !== "frac" || tensor.is_floating_point()) return;
  throw new RuntimeError("torch.frac", `"frac_cpu" not implemented for '${tensor.dtype.scalarName}'`);
}

/** A new tensor of `f(x)` in the same dtype. */
export function sameFunction(name: SameName, tensor: Tensor): Tensor {
  refuseBool(name, tensor);
  if (name === "square" && tensor.dtype === bool) return sameFunction(name, tensor.to(int64));
  refuseIntegers(name, tensor);
  const op = SAME_OPS[name];
  const view = applyUnary(tensor[STRIDED], { kernel: kernelFor(tensor.dtype, op) });
  return record(op.node, [tensor], view, POINTWISE[name](tensor));
}

/** The same, written into the tensor. */
export function sameFunctionInPlace(name: SameName, tensor: Tensor): Tensor {
  refuseBool(name, tensor);
  if (name === "square" && tensor.dtype === bool) {
    throw new RuntimeError("Tensor.square_", "Found dtype Bool but expected Long");
  }
  refuseIntegers(name, tensor);
  const op = SAME_OPS[name];
  const write = { call: `Tensor.${name}_`, node: op.node, derivatives: POINTWISE[name](tensor) };
  return writeInPlace(tensor, write, (view) => {
    applyUnary(view, { kernel: kernelFor(view.dtype, op), into: view });
  });
}

/** A bool tensor of what holds for each element. */
export function test(name: TestName, tensor: Tensor): Tensor {
  return makeTensor(applyUnary(tensor[STRIDED], { kernel: testKernel(TESTS[name]), dtype: bool }));
}
