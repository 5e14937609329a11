import { copyOf } from "./convert";
import { applyUnary } from "./ops/elementwise";
import { floatKernel } from "./ops/unary";
import { toFloating } from "./promote";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** `f` of each element, computed in float64 and rounded once; integers become float32 first. */
export function applyFloat(tensor: Tensor, f: (x: number) => number): Strided {
  const dtype = toFloating(tensor.dtype);
  const source = tensor.dtype === dtype ? tensor[STRIDED] : copyOf(tensor[STRIDED], dtype);
  return applyUnary(source, { kernel: floatKernel(f) });
}
