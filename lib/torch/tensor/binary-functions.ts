import { RuntimeError } from "../errors";
import { BINARY_DERIVATIVES } from "./binary-derivatives";
import { bool, type DType } from "./dtype";
import { makeTensor } from "./make";
import {
  checkOperand,
  checkTensor,
  isTensor,
  type Operand,
  participantOf,
  scalarView,
  tensorsOf,
} from "./operand";
import type { Operation } from "./operation";
import { BINARY_FUNCTIONS } from "./ops/binary-functions";
import { applyBinary } from "./ops/elementwise";
import { resultType, toFloating } from "./promote";
import { broadcastShapes } from "./shape";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** The operations of two operands beside arithmetic and comparison. */
export type BinaryName = keyof typeof BINARY_FUNCTIONS;

type Spec = {
  /** PyTorch's name of the node: for two tensors, for a plain second operand, for a plain first one. */
  readonly nodes: readonly [string, string?, string?];
  /** Whether integers are computed as floats. */
  readonly floats?: true;
  /** The dtypes that PyTorch's kernel lacks, and its name. */
  readonly lacks?: readonly [kernel: string, kinds: readonly ("Float" | "Long" | "Bool")[]];
  /** The name of a second operand that may not be a plain value. */
  readonly tensor?: string;
};

const INTEGERS: Spec["nodes"] = [""];

const SPECS: Readonly<Record<BinaryName, Spec>> = {
  atan2: { nodes: ["Atan2Backward0"], floats: true, tensor: "other" },
  fmod: { nodes: ["FmodBackward1", "FmodBackward0"], lacks: ["fmod_cpu", ["Bool"]] },
  fmax: { nodes: ["FmaxBackward0"], tensor: "other" },
  fmin: { nodes: ["FminBackward0"], tensor: "other" },
  hypot: { nodes: ["HypotBackward0"], lacks: ["hypot_cpu", ["Long", "Bool"]], tensor: "other" },
  copysign: { nodes: ["CopysignBackward0", "CopysignBackward1"], floats: true },
  xlogy: { nodes: ["XlogyBackward0", "XlogyBackward2", "XlogyBackward1"], floats: true },
  logaddexp: { nodes: ["LogaddexpBackward0"], lacks: ["logaddexp_cpu", ["Long", "Bool"]], tensor: "other" },
  logaddexp2: {
    nodes: ["Logaddexp2Backward0"],
    lacks: ["logaddexp2_cpu", ["Long", "Bool"]],
    tensor: "other",
  },
  heaviside: { nodes: ["NotImplemented"], tensor: "values" },
  nextafter: { nodes: ["NextafterBackward0"], lacks: ["nextafter_cpu", ["Long", "Bool"]], tensor: "other" },
  bitwise_and: { nodes: INTEGERS, lacks: ["bitwise_and_cpu", ["Float"]] },
  bitwise_or: { nodes: INTEGERS, lacks: ["bitwise_or_cpu", ["Float"]] },
  bitwise_xor: { nodes: INTEGERS, lacks: ["bitwise_xor_cpu", ["Float"]] },
  bitwise_left_shift: { nodes: INTEGERS, lacks: ["lshift_cpu", ["Float", "Bool"]] },
  bitwise_right_shift: { nodes: INTEGERS, lacks: ["rshift_cpu", ["Float", "Bool"]] },
  gcd: { nodes: INTEGERS, lacks: ["gcd_cpu", ["Float", "Bool"]], tensor: "other" },
  lcm: { nodes: INTEGERS, lacks: ["lcm_cpu", ["Float", "Bool"]], tensor: "other" },
  trunc_divide: { nodes: ["DivBackward2"], lacks: ["div_trunc_cpu", ["Bool"]] },
};

function checkDtype(call: string, dtype: DType, { lacks }: Spec): void {
  if (lacks === undefined) return;
  const [kernel, kinds] = lacks;
  const kind = dtype.is_floating_point ? "Float" : dtype === bool ? "Bool" : "Long";
  if (kinds.includes(kind))
    throw new RuntimeError(call, `"${kernel}" not implemented for '${dtype.scalarName}'`);
}

/** A plain value as the tensor that PyTorch makes of it; its dtype is that of the computation. */
export function toTensor(operand: Operand, dtype: DType): Tensor {
  return isTensor(operand) ? operand : makeTensor(scalarView(operand, dtype));
}

/** The shape and the dtype of a result; throws if the operands have none in common, or the second is of no use. */
export function checkPair(name: BinaryName, call: string, a: Operand, b: Operand) {
  const argument = SPECS[name].tensor;
  checkOperand(call, b, argument);
  if (argument !== undefined) checkTensor(call, b, argument);
  if (name === "heaviside" && isTensor(a) && isTensor(b) && a.dtype !== b.dtype) {
    throw new RuntimeError(call, "heaviside is not yet implemented for tensors with different dtypes.");
  }
  const shapes = tensorsOf([a, b]).map((tensor) => tensor.shape);
  const shape = broadcastShapes(call, shapes);
  const common = resultType([participantOf(a), participantOf(b)]);
  return { shape, dtype: SPECS[name].floats ? toFloating(common) : common };
}

/** One of the operations of two operands, promoted and broadcast as in PyTorch. */
export function binaryFunction(name: BinaryName, a: Operand, b: Operand): Operation {
  const spec = SPECS[name];
  const call = `torch.${name === "trunc_divide" ? "div" : name}`;
  checkOperand(call, a, "self");
  const { dtype } = checkPair(name, call, a, b);
  checkDtype(call, dtype, spec);
  const [x, y] = [toTensor(a, dtype), toTensor(b, dtype)];
  const [node, plainSecond = node, plainFirst = node] = spec.nodes;
  const derivatives = BINARY_DERIVATIVES[name]?.(x, y);
  return {
    call,
    node: isTensor(b) ? (isTensor(a) ? node : plainFirst) : plainSecond,
    operands: [x, y],
    compute: () =>
      applyBinary(x[STRIDED], y[STRIDED], { call, kernels: BINARY_FUNCTIONS[name](dtype), computeIn: dtype }),
    ...(derivatives && { derivatives }),
  };
}
