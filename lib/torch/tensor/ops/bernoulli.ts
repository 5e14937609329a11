import { RuntimeError } from "../../errors";
import type { Generator } from "../../random";
import { fillByDraws } from "../draw";
import { formatDouble } from "../format-double";
import { iterationOrder, makeWalk, runWalk } from "../iterate";
import { broadcastStrides, showShape } from "../shape";
import type { Strided } from "../strided";

/** Throws PyTorch's sentence unless `p` is a probability. */
export function checkProbability(call: string, p: number): void {
  if (p >= 0 && p <= 1) return;
  throw new RuntimeError(call, `bernoulli_ expects p to be in [0, 1], but got p=${formatDouble(p)}`);
}

/** 1 with probability `p`, else 0: a float64 uniform below `p`. */
export function fillBernoulli(view: Strided, generator: Generator, p: number): void {
  fillByDraws(view, () => (generator.nextFloat64() < p ? 1 : 0));
}

function checkProbabilities(call: string, view: Strided, p: Strided): void {
  if (!p.dtype.is_floating_point) {
    throw new RuntimeError(
      call,
      `"bernoulli_tensor_cpu_p_" not implemented for '${p.dtype.scalarName}'`,
      "probabilities are floating point: p.to(torch.float32)",
    );
  }
  const lead = view.shape.length - p.shape.length;
  if (lead < 0) {
    throw new RuntimeError(
      call,
      `expand(torch.${p.dtype.scalarName}Tensor{${showShape(p.shape)}}, size=${showShape(view.shape)}): the number of sizes provided (${view.shape.length}) must be greater or equal to the number of dimensions in the tensor (${p.shape.length})`,
    );
  }
  const odd = p.shape.findLastIndex((size, d) => size !== 1 && size !== view.shape[lead + d]);
  if (odd === -1) return;
  throw new RuntimeError(
    call,
    `The expanded size of the tensor (${view.shape[lead + odd]}) must match the existing size (${p.shape[odd]}) at non-singleton dimension ${lead + odd}.  Target sizes: ${showShape(view.shape)}.  Tensor sizes: ${showShape(p.shape)}`,
  );
}

/** 1 with the probability that stands in `p`, element by element: float32 probabilities meet float32 uniforms. */
export function fillBernoulliFrom(call: string, view: Strided, generator: Generator, p: Strided): void {
  checkProbabilities(call, view, p);
  const isDouble = p.dtype.name === "float64";
  const probabilities = p.storage.data;
  const { data } = view.storage;
  const operands = [view.strides, broadcastStrides(p, view.shape)];
  const walk = makeWalk(view.shape, operands, iterationOrder(view.shape, operands));
  runWalk(walk, [view.offset, p.offset], ([to, from], [toStep, fromStep], count) => {
    for (let k = 0, o = to!, i = from!; k < count; k++, o += toStep!, i += fromStep!) {
      const probability = Number(probabilities[i]);
      if (!(probability >= 0 && probability <= 1)) refuse(call, probability);
      const isOne = (isDouble ? generator.nextFloat64() : generator.nextFloat32()) < probability;
      if (data instanceof BigInt64Array) data[o] = isOne ? 1n : 0n;
      else data[o] = isOne ? 1 : 0;
    }
  });
}

function refuse(call: string, p: number): never {
  throw new RuntimeError(
    call,
    "Expected p_in >= 0 && p_in <= 1 to be true, but got false.",
    `probabilities lie between 0 and 1, got ${p}`,
  );
}
