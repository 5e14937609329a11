import { RuntimeError, TypeMismatch } from "../errors";
import { arithmetic } from "./arithmetic";
import { saving } from "./derivatives";
import { C_NAMES, type DType } from "./dtype";
import { withGradMode } from "./grad";
import { isTensor, type Operand, participantOf } from "./operand";
import type { Operation } from "./operation";
import { where } from "./ops/where";
import { canCast, resultType } from "./promote";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** A bound of `clamp`: a number, a tensor that broadcasts, or null for an open side. */
export type Bound = number | Tensor | null | undefined;

function checkBounds(call: string, low: Bound, high: Bound): void {
  if (low == null && high == null) {
    throw new RuntimeError(call, "torch.clamp: At least one of 'min' or 'max' must not be None");
  }
  if (low == null || high == null || isTensor(low) === isTensor(high)) return;
  throw new TypeMismatch(
    call,
    "clamp() received an invalid combination of arguments: min and max must both be numbers or both be tensors",
  );
}

/** With plain bounds PyTorch names the dtype in C++'s way. */
function checkScalarCast(call: string, from: DType, to: DType): void {
  if (canCast(from, to)) return;
  throw new RuntimeError(
    call,
    `result type ${from.scalarName} can't be cast to the desired output type ${C_NAMES[to.name]}`,
    `convert the tensor first: x.to(torch.${from.name})`,
  );
}

const NODES = { clamp: "ClampBackward", clamp_min: "ClampMinBackward", clamp_max: "ClampMaxBackward" };

/** The values within [low, high], bounds included; where the bounds cross, the upper one wins. */
export function clamp(name: keyof typeof NODES, x: Tensor, low: Bound, high: Bound): Operation {
  const call = `torch.${name}`;
  checkBounds(call, low, high);
  const [min, max] = [low ?? null, high ?? null];
  const bounds = [min, max].filter((bound) => bound !== null);
  const dtype = resultType([x, ...bounds].map(participantOf));
  const compute = () =>
    withGradMode(false, () => {
      let result: Operand = x.to(dtype);
      if (min !== null) result = arithmetic({ name: "maximum", call }, result, min);
      if (max !== null) result = arithmetic({ name: "minimum", call }, result, max);
      return (result as Tensor)[STRIDED];
    });
  const areTensors = bounds.some(isTensor);
  const kind = (name === "clamp") !== areTensors ? 1 : 0;
  const least = min ?? Number.NEGATIVE_INFINITY;
  const most = max ?? Number.POSITIVE_INFINITY;
  const own = saving([x, least, most], (grad, x, least, most) =>
    where(x.ge(least).logical_and(x.le(most)), grad, 0),
  );
  const raised = saving([x, least, most], (grad, x, least, most) =>
    where(x.lt(least).logical_and((least as Tensor).lt(most)), grad, 0),
  );
  const lowered = saving([x, least, most], (grad, x, least, most) =>
    where(x.gt(most).logical_or((most as Tensor).lt(least)), grad, 0),
  );
  return {
    call,
    node: `${NODES[name]}${kind}`,
    operands: [x, ...bounds],
    compute,
    ...(!areTensors && { checkCast: checkScalarCast }),
    derivatives: [own, ...(min === null ? [] : [raised]), ...(max === null ? [] : [lowered])],
  };
}
