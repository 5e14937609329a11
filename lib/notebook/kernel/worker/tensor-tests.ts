/** What tensors answer where JavaScript tests or compares values: it knows only that an object is there, and which. */
import { RuntimeError, Tensor, TypeMismatch } from "@/lib/torch";
import type { CellRuntime } from "../../transpile";

export type TensorTests = Pick<
  CellRuntime,
  "truth" | "test" | "tested" | "same" | "predicate" | "chosen" | "number" | "owner" | "keyed"
> & {
  /** A run begins: what an earlier one was warned of may be said again. */
  begin(): void;
};

/** Python's `bool(t)`: of one value, whether it is not 0. */
function truthOf(tensor: Tensor): boolean {
  const count = tensor.numel();
  if (count > 1)
    throw new RuntimeError(
      "Tensor",
      "Boolean value of Tensor with more than one value is ambiguous",
      "write t.any().item() or t.all().item(), or t !== null to ask whether there is one",
    );
  // NaN is true to Python.
  return count === 1 && Boolean(tensor.ne(0).item());
}

/** Throws where `in` and `for … in` would speak of indices, and Python's of values. */
function checkKeyed(call: string, value: unknown, ways: { list: string; tensor: string }): void {
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  // Of an empty one both languages say the same.
  if (isList && (value as ArrayLike<unknown>).length !== 0)
    throw new TypeMismatch(call, "JavaScript asks for the indices of a list, not for its values", ways.list);
  if (value instanceof Tensor)
    throw new TypeMismatch(call, "JavaScript asks for the names in an object, not for values", ways.tensor);
}

const IDENTITY =
  "write x.eq(y) to compare element by element, torch.equal(x, y) for one answer, x === y to ask whether both are one and the same tensor";

/** `warn` is told when an answer is right and yet likely to mislead. */
export function tensorTests(warn: (text: string) => void): TensorTests {
  let held: unknown;
  let hasWarned = false;

  function areEqual(left: Tensor, right: unknown, isStrict: boolean): boolean {
    if (right instanceof Tensor) return isStrict ? areIdentical(left, right) : haveOneValue(left, right);
    if (typeof right !== "number" && typeof right !== "bigint" && typeof right !== "boolean") return false;
    if (!isStrict && left.numel() === 1) return Number(left.item()) === Number(right);
    throw new TypeMismatch(
      "Tensor",
      `a tensor is never the value ${right} to JavaScript's ${isStrict ? "===" : "=="}`,
      `write x.eq(${right}) to compare element by element, or x.item() === ${right} for a tensor of one value`,
    );
  }

  function areIdentical(left: Tensor, right: Tensor): boolean {
    if (!hasWarned && left.equal(right)) {
      hasWarned = true;
      warn(
        `=== is false for two tensors with the same values, since it asks whether both are one; ${IDENTITY}`,
      );
    }
    return false;
  }

  function haveOneValue(left: Tensor, right: Tensor): boolean {
    if (left.numel() === 1 && right.numel() === 1) return left.item() === right.item();
    throw new TypeMismatch("Tensor", "JavaScript's == does not compare the values of tensors", IDENTITY);
  }

  const truth = (value: unknown): boolean => (value instanceof Tensor ? truthOf(value) : !!value);
  return {
    begin() {
      hasWarned = false;
    },
    truth,
    test(value) {
      held = value;
      return truth(value);
    },
    tested() {
      const value = held;
      held = undefined;
      return value;
    },
    predicate(callback) {
      if (typeof callback !== "function") return callback;
      return function (this: unknown, ...given: unknown[]): unknown {
        const answer: unknown = Reflect.apply(callback, this, given);
        return answer instanceof Tensor ? truthOf(answer) : answer;
      };
    },
    chosen(value) {
      if (!(value instanceof Tensor)) return value;
      throw new TypeMismatch("switch", "no case is ever equal to a tensor", "write switch (t.item())");
    },
    number(value) {
      if (!(value instanceof Tensor)) return value;
      if (value.numel() === 1) return value.item();
      throw new TypeMismatch(
        "Tensor",
        `a function of numbers takes one value, got a tensor of shape [${value.shape.join(", ")}]`,
        "write x.at(0).item() for one of them, x.tolist() for all",
      );
    },
    owner(value) {
      const ways = { list: "write list.includes(x)", tensor: "write t.eq(x).any().item()" };
      checkKeyed("in", value, ways);
      return value as object;
    },
    keyed(value) {
      const way = "write for (const v of values)";
      checkKeyed("for … in", value, { list: `${way}, or values.keys() for the indices`, tensor: way });
      return value;
    },
    same(operator, left, right) {
      const isStrict = operator.length === 3;
      const isEqual = () => {
        if (left === right) return true;
        if (left instanceof Tensor) return areEqual(left, right, isStrict);
        if (right instanceof Tensor) return areEqual(right, left, isStrict);
        // biome-ignore lint/suspicious/noDoubleEquals: what the cell has written.
        return isStrict ? false : left == right;
      };
      return operator.startsWith("!") ? !isEqual() : isEqual();
    },
  };
}
