/** Numbers from whatever a learner has them in. */

import type { Tensor } from "@/lib/torch";
import { kindOf } from "./check";

/** Values of a tensor, or of any list of numbers. */
export type Numbers = Tensor | Iterable<number | bigint>;

/** Plain numbers of a tensor (in row-major order) or a list; what is neither is named. */
export function toNumbers(values: Numbers, who: string): number[] {
  const list = isTensor(values) ? values.toTypedArray() : values;
  if (typeof list !== "object" || list === null || !(Symbol.iterator in list)) {
    throw new TypeError(
      `${who}: needs a tensor or a list of numbers, got ${kindOf(values)}. Pass a tensor such as layer.weight.`,
    );
  }
  return Array.from(list as Iterable<number | bigint>, (value) => {
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number !== "number") {
      throw new TypeError(
        `${who}: needs numbers, got a list that holds ${kindOf(number)}. Take the number out of a tensor by item().`,
      );
    }
    return number;
  });
}

/** JSON's form of a number: null for what is not finite. */
export function toJson(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function isTensor(values: Numbers): values is Tensor {
  return typeof (values as Partial<Tensor> | null)?.toTypedArray === "function";
}
