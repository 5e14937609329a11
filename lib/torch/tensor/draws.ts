import { bindArguments } from "../arguments";
import { RuntimeError, TypeMismatch } from "../errors";
import { nextPoisson } from "../kernels";
import { toGenerator } from "../random";
import { checkFloating } from "./draw";
import { float32 } from "./dtype";
import { finish } from "./factories";
import { iterationOrder, makeWalk, runWalk } from "./iterate";
import { makeTensor, record } from "./make";
import type { DrawOptions } from "./methods/in-place";
import { isTensor, typeName } from "./operand";
import type { RandomOptions } from "./random";
import { broadcastShapes } from "./shape";
import { toSizes } from "./size";
import { emptyStrided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

type NormalArguments = RandomOptions & { mean?: unknown; std?: unknown; size?: readonly number[] };

/**
 * Independent draws from N(mean, std²), where mean and std are tensors or numbers: `normal(means, stds)`,
 * `normal(means, 0.5)`, `normal(0, stds)`; from two numbers with a shape, `normal(0, 1, [2, 3])`.
 * Tensors broadcast against each other. Drawn as `randn` of that shape, then times std and plus mean.
 * Errors: `normal expects all elements of std >= 0.0`. Source: `torch.normal`.
 * @example
 * torch.manual_seed(0); torch.normal(torch.tensor([0, 10, 100.5]), 0.1) // => tensor([  0.1541,   9.9707, 100.2821])
 */
export function normal(mean: Tensor, std?: number | Tensor, options?: DrawOptions): Tensor;
export function normal(mean: number, std: Tensor, options?: DrawOptions): Tensor;
export function normal(mean: number, std: number, size: readonly number[], options?: RandomOptions): Tensor;
export function normal(options: NormalArguments): Tensor;
export function normal(...given: unknown[]): Tensor {
  const call = "torch.normal";
  const bound = bindArguments<NormalArguments>(call, given, {
    names: ["mean", "std", "size"],
    only: ["generator", "dtype", "requires_grad"],
  });
  const { mean, std = isTensor(mean) ? 1 : undefined, size } = bound;
  const generator = { generator: bound.generator ?? null };
  if (typeof mean === "number" && typeof std === "number" && Array.isArray(size)) {
    const view = emptyStrided(toSizes("normal", [size]), bound.dtype ?? float32);
    return finish(makeTensor(view).normal_(mean, std, generator), bound);
  }
  const fits = (value: unknown) => isTensor(value) || typeof value === "number";
  if (!fits(mean) || !fits(std) || size !== undefined || !(isTensor(mean) || isTensor(std))) {
    throw new TypeMismatch(
      call,
      `normal() received an invalid combination of arguments - got (${given.map(typeName).join(", ")})`,
      "write normal(means, stds), normal(means, 0.5), normal(0, stds) or normal(0, 1, [2, 3])",
    );
  }
  return normalOf(call, mean as Tensor | number, std as Tensor | number, generator);
}

function normalOf(call: string, mean: Tensor | number, std: Tensor | number, options: DrawOptions): Tensor {
  const tensors = [mean, std].filter(isTensor);
  const dtype = tensors[0]!.dtype;
  if (isTensor(std) && std.numel() > 0 && !(std.min().item() >= 0)) {
    throw new RuntimeError(call, "normal expects all elements of std >= 0.0");
  }
  const shape = broadcastShapes(
    call,
    tensors.map((tensor) => tensor.shape),
  );
  const [m, s] = [mean, std].map((value) => (isTensor(value) ? makeTensor(value[STRIDED]) : value));
  const drawn = makeTensor(emptyStrided(shape, dtype));
  if (isTensor(s)) drawn.normal_(0, 1, options).mul_(s);
  else drawn.normal_(0, s as number, options);
  drawn.add_(m as Tensor);
  const node = !isTensor(std) ? "NormalBackward1" : isTensor(mean) ? "NormalBackward3" : "NormalBackward2";
  return record(node, tensors, drawn[STRIDED]);
}

/**
 * How many events happen in one unit of time if they come at the rates that stand in `input`: whole numbers in its dtype.
 * Errors: `invalid Poisson rate, expected rate to be non-negative`. Source: `torch.poisson`.
 * @example
 * torch.manual_seed(0); torch.poisson(torch.full([5], 3.5)) // => tensor([6., 3., 3., 3., 3.])
 */
export function poisson(input: Tensor, options: DrawOptions = {}): Tensor {
  const call = "torch.poisson";
  const { generator } = bindArguments<DrawOptions>(call, [options], { names: [], only: ["generator"] });
  if (!isTensor(input)) {
    throw new TypeMismatch(
      call,
      `poisson(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`,
    );
  }
  const source = toGenerator(call, generator);
  const rates = input[STRIDED];
  checkFloating(call, "poisson_cpu", rates);
  const out = emptyStrided(rates.shape, rates.dtype);
  const operands = [out.strides, rates.strides];
  const walk = makeWalk(rates.shape, operands, iterationOrder(rates.shape, operands));
  runWalk(walk, [out.offset, rates.offset], ([to, from], [toStep, fromStep], count) => {
    for (let k = 0, o = to!, i = from!; k < count; k++, o += toStep!, i += fromStep!) {
      const rate = Number(rates.storage.data[i]);
      if (!(rate >= 0))
        throw new RuntimeError(call, "invalid Poisson rate, expected rate to be non-negative", `got ${rate}`);
      out.storage.data[o] = nextPoisson(source.draws, rate);
    }
  });
  return record("PoissonBackward0", [input], out);
}
