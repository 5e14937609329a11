import torch, { nn, type Tensor } from "@/lib/torch";
import { checkModule, isWeightLayer, type WeightLayer, weightLayersOf } from "./layers";

/** `tol`: how far from 1 the variance may stay (0.1). `max_iterations`: how often a weight is rescaled at most (10). */
export type LsuvOptions = { tol?: number; max_iterations?: number };

const WHO = "lab.init.lsuv_";

/**
 * Layer-sequential unit-variance: every linear layer and convolution gets an orthogonal weight and a bias of 0; then, from
 * the first to the last that `data` passes, the weight is divided by the std of the layer's output on `data` until the
 * variance lies within `tol` of 1. Before the activation, and over all elements of the batch.
 *
 * The model runs in the mode that it is in: call `model.eval()` first where dropout or batch norm would disturb. A layer
 * that is called several times is measured at its first call. Parameters other than these weights and biases stay.
 * Draws as `nn.init.orthogonal_`, layer by layer in order of assignment. Returns the model.
 * Errors: a layer that `data` does not pass, or whose output is constant, not finite, or after `max_iterations` still
 * further from 1 than `tol`; each names the layer.
 *
 * Mishkin & Matas 2016 (arXiv:1511.06422), algorithm 1. PyTorch has no such function.
 * @example
 * lab.init.lsuv_(model, torch.randn(256, 784))
 */
export function lsuv_<T extends nn.Module>(
  model: T,
  data: Tensor,
  { tol = 0.1, max_iterations = 10 }: LsuvOptions = {},
): T {
  checkArguments(model, data, { tol, max_iterations });
  return torch.no_grad(() => {
    const layers = inOrderOfUse(model, data);
    for (const [, layer] of weightLayersOf(model)) {
      nn.init.orthogonal_(layer.weight);
      if (layer.bias) nn.init.zeros_(layer.bias);
    }
    for (const named of layers) scaleToUnitVariance(model, data, { named, tol, max_iterations });
    return model;
  });
}

type Named = readonly [name: string, layer: WeightLayer];

function checkArguments(model: unknown, data: unknown, { tol, max_iterations }: Required<LsuvOptions>): void {
  checkModule(model, "model", WHO);
  if (!(data instanceof torch.Tensor) || data.numel() === 0)
    throw new TypeError(`${WHO}: needs a batch of data, as a tensor with values. Pass what the model takes.`);
  if (!(tol > 0)) throw new RangeError(`${WHO}: tol is a number above 0, got ${tol}.`);
  if (!Number.isInteger(max_iterations) || max_iterations < 1)
    throw new RangeError(`${WHO}: max_iterations is a whole number above 0, got ${max_iterations}.`);
}

/** Runs the model and gives each layer's output at its first call to `see`. */
function watch(model: nn.Module, data: Tensor, see: (layer: nn.Layer, output: Tensor) => void): void {
  const seen = new Set<nn.Layer>();
  const handles = model.modules().map((module) =>
    module.register_forward_hook((layer, _, output) => {
      if (seen.has(layer)) return;
      seen.add(layer);
      see(layer, output);
    }),
  );
  try {
    model(data);
  } finally {
    for (const handle of handles) handle.remove();
  }
}

/** The layers in the order in which the data passes them. */
function inOrderOfUse(model: nn.Module, data: Tensor): Named[] {
  const names = new Map<unknown, string>(weightLayersOf(model).map(([name, layer]) => [layer, name]));
  if (names.size === 0)
    throw new RangeError(`${WHO}: the model has no linear layer or convolution to initialise.`);
  const used: Named[] = [];
  watch(model, data, (layer) => {
    const name = names.get(layer);
    if (name === undefined || !isWeightLayer(layer)) return;
    names.delete(layer);
    used.push([name, layer]);
  });
  const [unused] = names.values();
  if (unused !== undefined) {
    throw new RangeError(
      `${WHO}: the data does not pass the layer "${unused}", so that its variance is unknown. Call lsuv_ on the part of the model that it passes.`,
    );
  }
  return used;
}

function varianceAfter(model: nn.Module, data: Tensor, wanted: WeightLayer): number {
  let variance = Number.NaN;
  watch(model, data, (layer, output) => {
    if ((layer as unknown) === wanted) variance = output.var(false).item();
  });
  return variance;
}

function scaleToUnitVariance(
  model: nn.Module,
  data: Tensor,
  { named: [name, layer], tol, max_iterations }: Required<LsuvOptions> & { named: Named },
): void {
  let variance = varianceAfter(model, data, layer);
  for (let iteration = 0; Math.abs(variance - 1) >= tol && iteration < max_iterations; iteration++) {
    if (!(variance > 0 && variance < Number.POSITIVE_INFINITY)) break;
    layer.weight.div_(Math.sqrt(variance));
    variance = varianceAfter(model, data, layer);
  }
  if (Math.abs(variance - 1) < tol) return;
  const reason =
    variance === 0
      ? "its output is constant, so no weight of this direction helps: look at what comes in"
      : "look at its input, and at what else changes its output, such as a hook or dropout";
  throw new RangeError(
    `${WHO}: the layer "${name}" does not reach variance 1 within ${tol} in ${max_iterations} iterations, got ${variance}; ${reason}.`,
  );
}
