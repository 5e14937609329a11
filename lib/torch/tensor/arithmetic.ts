import { RuntimeError } from "../errors";
import { ARITHMETIC_DERIVATIVES, powerOfScalar } from "./arithmetic-derivatives";
import { binaryFunction } from "./binary-functions";
import { copyInto } from "./convert";
import type { Derivatives } from "./derivatives";
import { bool, type DType } from "./dtype";
import { makeTensor, record, renameNode, zeroGradient } from "./make";
import { checkOperand, isTensor, type Operand, participantOf, tensorsOf, viewOf } from "./operand";
import type { Operation } from "./operation";
import { ARITHMETIC, addScaled, BOOL_ADD, COMPARISONS } from "./ops/binary";
import { applyBinary, applyUnary, type BinaryKernels } from "./ops/elementwise";
import { floatKernel, powScalar } from "./ops/unary";
import { canCast, resultType, toFloating } from "./promote";
import { broadcastShapes } from "./shape";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";
import { checkWritable, writeInPlace } from "./write";

/** The operations of two operands that give a number. */
export type ArithmeticName = keyof typeof ARITHMETIC;
/** The operations of two operands that give a truth value. */
export type ComparisonName = keyof typeof COMPARISONS;

const NODES: Record<ArithmeticName, string> = {
  add: "AddBackward0",
  sub: "SubBackward0",
  mul: "MulBackward0",
  div: "DivBackward0",
  pow: "PowBackward1",
  remainder: "RemainderBackward1",
  floor_divide: "NotImplemented",
  maximum: "MaximumBackward0",
  minimum: "MinimumBackward0",
};

/** A binary operation, ready to be computed. */
type Plan = { readonly kernels: BinaryKernels; readonly computeIn: DType; readonly node: string };

type ArithmeticSpec = {
  readonly name: ArithmeticName;
  readonly call: string;
  readonly alpha?: number | bigint;
};

function derivativesOf({ name, alpha = 1 }: ArithmeticSpec, a: Operand, b: Operand): Derivatives | undefined {
  return name === "floor_divide" ? undefined : ARITHMETIC_DERIVATIVES[name]({ a, b, alpha });
}

function planArithmetic({ name, call, alpha = 1 }: ArithmeticSpec, a: Operand, b: Operand): Plan {
  if (name === "sub") checkSubtraction(call, a, b);
  const shapes = tensorsOf([a, b]).map((tensor) => tensor.shape);
  broadcastShapes(call, shapes);
  const common = resultType([participantOf(a), participantOf(b)]);
  const node = name === "remainder" && !isTensor(b) ? "RemainderBackward0" : NODES[name];
  if (name === "div") return { kernels: ARITHMETIC.div, computeIn: toFloating(common), node };
  if (common === bool) {
    refuseBool(call, name);
    if (name === "add") {
      const kernel = BOOL_ADD as BinaryKernels["numbers"];
      return { kernels: { numbers: kernel, integers: kernel }, computeIn: bool, node };
    }
  }
  if (name === "pow" && common.name === "int64" && !isTensor(b) && Number(b) < 0) {
    throw new RuntimeError(call, "Integers to negative integer powers are not allowed.", `got exponent ${b}`);
  }
  if (typeof alpha === "boolean" && common !== bool) {
    throw new RuntimeError(call, "Boolean alpha only supported for Boolean results.");
  }
  if (!common.is_floating_point && !Number.isInteger(Number(alpha))) {
    const rule = "For integral input tensors, argument alpha must not be a floating point number.";
    throw new RuntimeError(call, rule, `got ${alpha}`);
  }
  const scale = name === "sub" ? -alpha : alpha;
  if ((name === "add" || name === "sub") && alpha !== 1) {
    return { kernels: addScaled(common.name, scale), computeIn: common, node };
  }
  return { kernels: ARITHMETIC[name], computeIn: common, node };
}

function checkSubtraction(call: string, a: Operand, b: Operand): void {
  const bools = [a, b].filter((operand) => participantOf(operand).dtype === bool).length;
  if (bools === 0) return;
  throw new RuntimeError(
    call,
    bools === 2
      ? "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead."
      : "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
  );
}

function refuseBool(call: string, name: ArithmeticName): void {
  const kernel = { remainder: "remainder_cpu", floor_divide: "div_floor_cpu", pow: "pow" }[name as string];
  if (kernel !== undefined) throw new RuntimeError(call, `"${kernel}" not implemented for 'Bool'`);
}

/** A new tensor from an arithmetic operation of two operands. */
export function arithmetic(spec: ArithmeticSpec, a: Operand, b: Operand): Tensor {
  checkOperand(spec.call, a, "self");
  checkOperand(spec.call, b);
  const { kernels, computeIn, node } = planArithmetic(spec, a, b);
  const view = applyBinary(viewOf(a, computeIn), viewOf(b, computeIn), {
    call: spec.call,
    kernels,
    computeIn,
  });
  return record(node, [a, b], view, derivativesOf(spec, a, b));
}

/** The same, written into the first operand. */
export function arithmeticInPlace(spec: ArithmeticSpec, target: Tensor, other: Operand): Tensor {
  checkOperand(spec.call, other);
  const { kernels, computeIn, node } = planArithmetic(spec, target, other);
  const derivatives = derivativesOf(spec, target, other);
  const write = { call: spec.call, node, inputs: [other], ...(derivatives && { derivatives }) };
  return writeInPlace(target, write, (view) => {
    const right = viewOf(other, computeIn);
    checkWritable(spec.call, view.shape, broadcastShapes(spec.call, [view.shape, right.shape]));
    checkCast(spec.call, computeIn, view.dtype);
    const direct = computeIn === view.dtype && right.storage !== view.storage;
    const result = applyBinary(view, right, {
      call: spec.call,
      kernels,
      computeIn,
      ...(direct && { into: view }),
    });
    if (!direct) copyInto(view, result);
  });
}

/** Throws PyTorch's sentence if a result of dtype `from` cannot be written into a tensor of dtype `to`. */
export function checkCast(call: string, from: DType, to: DType): void {
  if (canCast(from, to)) return;
  throw new RuntimeError(
    call,
    `result type ${from.scalarName} can't be cast to the desired output type ${to.scalarName}`,
    `convert the tensor first: x.to(torch.${from.name})`,
  );
}

/** `base ^ exponent`; plain exponents such as 2 or 0.5 take shortcuts. */
export function power(call: string, base: Operand, exponent: Operand): Tensor {
  checkOperand(call, exponent, "exponent");
  if (!isTensor(base)) return renameNode(arithmetic({ name: "pow", call }, base, exponent), "PowBackward2");
  if (isTensor(exponent)) return arithmetic({ name: "pow", call }, base, exponent);
  const dtype = resultType([participantOf(base), participantOf(exponent)]);
  // Invariant: integers never require grad, so the node's name does not matter here.
  if (!dtype.is_floating_point) return arithmetic({ name: "pow", call }, base, exponent);
  const kernel = floatKernel(powScalar(Number(exponent), dtype));
  const source = base.dtype === dtype ? base : base.to(dtype);
  const view = applyUnary(source[STRIDED], { kernel, dtype });
  return record("PowBackward0", [base], view, powerOfScalar(base, Number(exponent)));
}

/** How a quotient is rounded: not at all, towards 0, or down. */
export type RoundingMode = "trunc" | "floor" | null | undefined;

/** `a / b` with its rounding, ready to be computed. */
export function division(a: Operand, b: Operand, mode: "trunc" | "floor"): Operation {
  if (mode === "trunc") return binaryFunction("trunc_divide", a, b);
  const spec = { name: "floor_divide", call: "torch.div" } as const;
  checkOperand(spec.call, b);
  const { kernels, computeIn } = planArithmetic(spec, a, b);
  return {
    call: spec.call,
    node: "DivBackward2",
    operands: [a, b],
    compute: () =>
      applyBinary(viewOf(a, computeIn), viewOf(b, computeIn), { call: spec.call, kernels, computeIn }),
    derivatives: [zeroGradient, zeroGradient],
  };
}

/** The rounding that was asked for, or null. */
export function toRoundingMode(mode: unknown): "trunc" | "floor" | null {
  if (mode === undefined || mode === null) return null;
  if (mode === "trunc" || mode === "floor") return mode;
  throw new RuntimeError(
    "torch.div",
    `div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode}'`,
  );
}

/** A comparison of two operands, ready to be computed; its result is bool. */
export function comparison(name: ComparisonName, a: Operand, b: Operand): Operation {
  const call = `torch.${name}`;
  checkOperand(call, a, "self");
  checkOperand(call, b);
  const computeIn = resultType([participantOf(a), participantOf(b)]);
  const spec = { call, kernels: COMPARISONS[name], computeIn, result: bool };
  const compute = () => applyBinary(viewOf(a, computeIn), viewOf(b, computeIn), spec);
  const node = `${name[0]!.toUpperCase()}${name.slice(1)}Backward${isTensor(b) ? 1 : 0}`;
  return { call, node, operands: [a, b], compute, derivatives: [zeroGradient, zeroGradient] };
}

/** A bool tensor from a comparison of two operands. */
export function compare(name: ComparisonName, a: Operand, b: Operand): Tensor {
  return makeTensor(comparison(name, a, b).compute());
}
