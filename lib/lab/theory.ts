/** What an infinitely wide network does to the size of its signal, layer by layer. */
import torch, { type Tensor } from "@/lib/torch";

export type Activation = (x: Tensor) => Tensor;

export type SignalTheory = { act: Activation; depth: number; weightVariance: number; biasVariance: number };

/**
 * The std of the preactivations at layers 1 to depth, for inputs of unit variance: q₁ = σw² + σb², q′ = σw²·E[φ(√q·Z)²] + σb²,
 * with Z standard normal and σw² = fan_in·Var(w).
 */
export function signalTheory({ act, depth, weightVariance, biasVariance }: SignalTheory): number[] {
  const stds: number[] = [];
  let meanSquare = 1;
  for (let layer = 0; layer < depth; layer++) {
    const q = weightVariance * meanSquare + biasVariance;
    stds.push(Math.sqrt(q));
    meanSquare = meanSquareAfter(act, q);
  }
  return stds;
}

/** E[φ(√q·Z)²] by the trapezoid rule on ±10 standard deviations: exact to more digits than are ever printed. */
export function meanSquareAfter(act: Activation, q: number): number {
  const step = 1 / 128;
  const z = torch.arange(-10, 10 + step / 2, step, { dtype: torch.float64 });
  const values = act(z.mul(Math.sqrt(q))).toTypedArray();
  let sum = 0;
  for (const [index, at] of z.toTypedArray().entries()) {
    const value = Number(values[index]);
    sum += value * value * Math.exp(-0.5 * Number(at) ** 2);
  }
  return (sum * step) / Math.sqrt(2 * Math.PI);
}
