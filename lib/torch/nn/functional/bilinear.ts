import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import type { Tensor } from "../../tensor";
import type { BiasOptions, BiasRest } from "../settings";

/**
 * x₁ᵀ · W · x₂ + b for each output's matrix W: (…, in1) and (…, in2) with weight (out, in1, in2) → (…, out).
 * Errors: sizes that do not fit. Source: `torch.nn.functional.bilinear`.
 * @example
 * F.bilinear(torch.ones(1, 2), torch.ones(1, 3), torch.ones(1, 2, 3)) // => tensor([[6.]])
 */
export function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, ...given: BiasRest): Tensor {
  const { bias = null } = bindArguments<BiasOptions>("nn.functional.bilinear", given, { names: ["bias"] });
  checkSizes(input1, input2, weight);
  const [outputs = 0, first = 0, second = 0] = weight.shape;
  const rows = input1.reshape(-1, first).matmul(weight.permute(1, 0, 2).reshape(first, outputs * second));
  const paired = rows
    .view(-1, outputs, second)
    .mul(input2.reshape(-1, 1, second))
    .sum(2);
  const output = paired.view([...input1.shape.slice(0, -1), outputs]);
  return bias === null ? output : output.add(bias);
}

function checkSizes(input1: Tensor, input2: Tensor, weight: Tensor): void {
  const call = "nn.functional.bilinear";
  if (input1.ndim !== input2.ndim) {
    throw new RuntimeError(
      call,
      `bilinear(): input dimensions do not match: got ${input1.ndim} and ${input2.ndim}`,
    );
  }
  for (let d = 0; d < input1.ndim - 1; d++) {
    if (input1.shape[d] === input2.shape[d]) continue;
    throw new RuntimeError(
      call,
      `bilinear(): input batch dimensions do not match at dim ${d}: got ${input1.shape[d]} and ${input2.shape[d]}`,
    );
  }
  for (const [name, input, wanted] of [
    ["input1", input1, weight.shape[1]],
    ["input2", input2, weight.shape[2]],
  ] as const) {
    if (input.shape.at(-1) === wanted) continue;
    throw new RuntimeError(
      call,
      `bilinear(): ${name} size does not match weight size: got ${input.shape.at(-1)} but expected ${wanted}`,
    );
  }
}
