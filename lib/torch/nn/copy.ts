import { isKeywords } from "../arguments";
import { isTensor, type Tensor } from "../tensor";
import { Parameter } from "./parameter";

/** What was copied already, so that what is shared stays shared. */
export type Memo = Map<object, unknown>;

/**
 * A copy of a module's attribute, as Python's `copy.deepcopy` makes it: tensors, modules, arrays, plain objects, maps and sets
 * are copied with what they hold; anything else (functions, numbers) is taken over.
 */
export function copyValue(value: unknown, memo: Memo): unknown {
  if (typeof value !== "object" && typeof value !== "function") return value;
  if (value === null) return null;
  if (memo.has(value)) return memo.get(value);
  const copy = freshCopy(value, memo);
  memo.set(value, copy);
  return copy;
}

function freshCopy(value: object, memo: Memo): unknown {
  if (isTensor(value)) return copyTensor(value);
  if (typeof Reflect.get(value, "_deepcopy") === "function") {
    return (value as { _deepcopy(memo: Memo): object })._deepcopy(memo);
  }
  if (Array.isArray(value)) {
    const copy = value.map((item) => copyValue(item, memo));
    return Object.isFrozen(value) ? Object.freeze(copy) : copy;
  }
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copyValue(item, memo)]));
  if (value instanceof Set) return new Set([...value].map((item) => copyValue(item, memo)));
  if (!isKeywords(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyValue(item, memo)]));
}

function copyTensor(tensor: Tensor): Tensor {
  const values = tensor.detach().clone();
  if (tensor instanceof Parameter) return new Parameter(values, tensor.requires_grad);
  return tensor.is_leaf ? values.requires_grad_(tensor.requires_grad) : values;
}
