import { RuntimeError } from "../../errors";
import { fillNormalReduced, fillUniformReduced, LARGEST } from "../../kernels";
import { type Generator, normalStretch, normalTensor, SMALLEST_BLOCK, uniformStretch } from "../../random";
import { bindNumbers, invalidCombination } from "../bind-numbers";
import { copyInto, copyOf, fillWith } from "../convert";
import { isReduced } from "../dtype";
import { formatDouble } from "../format-double";
import { sameGradient, zeroGradient } from "../make";
import { eachInMemoryOrder } from "../memory-order";
import { checkOperand, isScalar, isTensor, type Operand, scalarView } from "../operand";
import { broadcastShapes, broadcastStrides } from "../shape";
import { isContiguous, numelOf, type Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { checkWritable, writeInPlace } from "../write";
import { TensorAttributes } from "./attributes";

/** Which generator draws; the default one if absent. */
export type DrawOptions = { generator?: Generator | null };
/** Keywords of `uniform_`. */
export type UniformOptions = DrawOptions & { from?: number; to?: number };
/** Keywords of `normal_`. */
export type NormalOptions = DrawOptions & { mean?: number; std?: number };

const LIMITS: Record<string, readonly [limit: number, ctype: string]> = {
  float16: [LARGEST.float16, "c10::Half"],
  bfloat16: [LARGEST.bfloat16, "c10::BFloat16"],
  float32: [3.4028234663852886e38, "float"],
  float64: [Number.MAX_VALUE, "double"],
};

function checkBounds(view: Strided, from: number, to: number): void {
  const call = "Tensor.uniform_";
  if (!view.dtype.is_floating_point) {
    throw new RuntimeError(call, `"check_uniform_bounds" not implemented for '${view.dtype.scalarName}'`);
  }
  const [limit, ctype] = LIMITS[view.dtype.name]!;
  if (!(Math.abs(from) <= limit))
    throw new RuntimeError(call, `from is out of bounds for ${ctype}`, `got ${from}`);
  if (!(Math.abs(to) <= limit)) throw new RuntimeError(call, `to is out of bounds for ${ctype}`, `got ${to}`);
  if (from > to) {
    throw new RuntimeError(
      call,
      `uniform_ expects to return a [from, to) range, but found from=${formatDouble(from)} > to=${formatDouble(to)}`,
    );
  }
  if (to - from > limit) {
    throw new RuntimeError(
      call,
      `uniform_ expects to-from <= std::numeric_limits<${view.dtype.scalarName}>::max(), but found to=${formatDouble(to)} and from=${formatDouble(from)} which result in to-from to exceed the limit`,
    );
  }
}

/** The methods that overwrite a tensor. */
export abstract class TensorInPlace extends TensorAttributes {
  /**
   * Fills with independent draws from U[from, to): `x · (to - from) + from`, fused, for x in [0, 1).
   * Source: `at::native::uniform_` on the processor; one 32-bit draw a float32 value, two a float64 value.
   * @example
   * torch.manual_seed(0); torch.empty(2).uniform_(-1, 1) // => tensor([-0.0075,  0.5364])
   */
  uniform_(from?: number, to?: number, options?: DrawOptions): this;
  uniform_(options: UniformOptions): this;
  uniform_(...given: unknown[]): this {
    const call = "Tensor.uniform_";
    const { numbers, generator } = bindNumbers(call, given, { from: 0, to: 1 });
    const [from, to] = numbers as [number, number];
    writeInPlace(this.self, { call, node: "UniformBackward0", derivatives: [zeroGradient] }, (view) => {
      checkBounds(view, from, to);
      const { name } = view.dtype;
      const data = view.storage.data as Float32Array;
      eachInMemoryOrder(view, (stretch) => {
        if (isReduced(name)) fillUniformReduced(data, generator.draws, { name, from, to, ...stretch });
        else uniformStretch(data, generator, { from, to, ...stretch });
      });
    });
    return this;
  }

  /**
   * Fills with independent draws from N(mean, std²) by Box–Muller. Contiguous tensors of 16 values or more are filled in
   * blocks of 16, all others value by value, so `randn(15)` is not the head of `randn(16)`.
   * Source: `at::native::normal_` on the processor.
   * @example
   * torch.manual_seed(0); torch.empty(3).normal_(0, 0.1) // => tensor([ 0.1541, -0.0293, -0.2179])
   */
  normal_(mean?: number, std?: number, options?: DrawOptions): this;
  normal_(options: NormalOptions): this;
  normal_(...given: unknown[]): this {
    const call = "Tensor.normal_";
    const { numbers, generator } = bindNumbers(call, given, { mean: 0, std: 1 });
    const [mean, std] = numbers as [number, number];
    if (!(std >= 0)) {
      throw new RuntimeError(call, `normal expects std >= 0.0, but found std ${formatDouble(std)}`);
    }
    writeInPlace(this.self, { call, node: "NormalBackward0", derivatives: [zeroGradient] }, (view) => {
      if (!view.dtype.is_floating_point) {
        throw new RuntimeError(call, `"normal_kernel_cpu" not implemented for '${view.dtype.scalarName}'`);
      }
      const { name } = view.dtype;
      const data = view.storage.data as Float32Array;
      const law = { mean, std, offset: view.offset, count: numelOf(view.shape) };
      if (isReduced(name) && isContiguous(view) && law.count >= SMALLEST_BLOCK) {
        fillNormalReduced(data, generator.draws, { name, ...law });
      } else if (isContiguous(view)) {
        normalTensor(data, generator, law);
      } else {
        eachInMemoryOrder(view, (stretch) => normalStretch(data, generator, { mean, std, ...stretch }));
      }
    });
    return this;
  }

  /**
   * Sets every element to one value.
   * @example
   * torch.zeros(3).fill_(0.5) // => tensor([0.5000, 0.5000, 0.5000])
   */
  fill_(value: Operand): this {
    if (!isTensor(value) && !isScalar(value)) throw invalidCombination("Tensor.fill_", [value]);
    if (isTensor(value) && value.ndim > 0) {
      throw new RuntimeError(
        "Tensor.fill_",
        `fill_ only supports 0-dimension value tensor but got tensor with ${value.ndim} dimensions.`,
      );
    }
    const node = isTensor(value) ? "FillBackward3" : "FillBackward2";
    const derivatives = [zeroGradient, (grad: Tensor) => grad.sum()];
    const write = { call: "Tensor.fill_", node, inputs: [value], derivatives, allowsOverlap: true };
    writeInPlace(this.self, write, (view) => {
      const source = isTensor(value) ? value[STRIDED] : scalarView(value, view.dtype);
      fillWith(view, source);
    });
    return this;
  }

  /**
   * Sets every element to 0.
   * @example
   * torch.ones(3).zero_() // => tensor([0., 0., 0.])
   */
  zero_(): this {
    const write = { node: "ZeroBackward0", derivatives: [zeroGradient], allowsOverlap: true };
    writeInPlace(this.self, { call: "Tensor.zero_", ...write }, (view) => {
      const source = scalarView(0, view.dtype);
      fillWith(view, source);
    });
    return this;
  }

  /**
   * Copies the values of another tensor, which is broadcast and converted.
   * @example
   * torch.zeros(3).copy_(torch.tensor([0.5, 1, 2])) // => tensor([0.5000, 1.0000, 2.0000])
   */
  copy_(source: Tensor): this {
    if (!isTensor(source)) checkOperand("Tensor.copy_", undefined, "other");
    const write = { node: "CopyBackwards", inputs: [source], derivatives: [zeroGradient, sameGradient] };
    writeInPlace(this.self, { call: "Tensor.copy_", ...write }, (view) => {
      checkWritable("Tensor.copy_", view.shape, broadcastShapes("Tensor.copy_", [view.shape, source.shape]));
      const own = source[STRIDED];
      const values = own.storage === view.storage ? copyOf(own) : own;
      copyInto(view, { ...values, shape: view.shape, strides: broadcastStrides(values, view.shape) });
    });
    return this;
  }
}
