import torch, { nn } from "@/lib/torch";
import { checkList, checkOptions, kindOf } from "../check";
import { checkModule, isWeightLayer, type WeightLayer, weightLayersOf } from "./layers";

/** The residual branches of a model, and the layer that gives the classes if it has one. */
export type FixupOptions = { branches: readonly nn.Module[]; classifier?: nn.Module | null };

const WHO = "lab.init.fixup_";

/**
 * Fixup: a residual network that trains without normalisation, since one step of SGD changes its output by as much however
 * many branches there are. Rules 1 and 2 of the paper, for L `branches` of which each has m layers:
 * 1. the last layer of each branch and the `classifier` are 0;
 * 2. every other layer gets He's normal weight, in a branch times L^(-1/(2m - 2)).
 * Biases are 0. At the start every branch is 0, so the network is what its stem makes of the input, at any depth.
 *
 * Layers are the linear ones and convolutions; a branch's last one is the last in order of assignment. Rule 3 (a scalar
 * multiplier a branch, a scalar bias before each layer and activation) is part of the network and stays yours to write.
 * Draws as `nn.init.kaiming_normal_`, layer by layer in order of assignment. Returns the model.
 * Errors: no branch; a branch or classifier that the model lacks, that overlaps another or that has no layer.
 *
 * Zhang, Dauphin & Ma 2019 (arXiv:1901.09321), section 3. PyTorch has no such function.
 * @example
 * lab.init.fixup_(model, { branches: [...model.branches], classifier: model.head })
 */
export function fixup_<T extends nn.Module>(model: T, options: FixupOptions): T {
  checkModule(model, "model", WHO);
  checkOptions(options, `${WHO}(model, …)`, "{ branches: [block1, block2], classifier: model.head }");
  const { branches, classifier = null } = options;
  const roles = findRoles(model, checkList(branches, "branches", WHO), classifier);
  return torch.no_grad(() => {
    for (const [, layer] of weightLayersOf(model)) {
      const factor = roles.get(layer) ?? 1;
      if (factor === 0) nn.init.zeros_(layer.weight);
      else nn.init.kaiming_normal_(layer.weight, { nonlinearity: "relu" }).mul_(factor);
      if (layer.bias) nn.init.zeros_(layer.bias);
    }
    return model;
  });
}

/** By what each layer of a branch and the classifier is multiplied; the others have no entry. */
function findRoles(
  model: nn.Module,
  branches: readonly nn.Module[],
  classifier: nn.Module | null,
): Map<WeightLayer, number> {
  const known = new Set<unknown>(model.modules());
  const roles = new Map<WeightLayer, number>();
  const assign = (layer: WeightLayer, factor: number, name: string) => {
    if (roles.has(layer))
      throw new RangeError(`${WHO}: ${name} shares a layer with another branch or the classifier.`);
    roles.set(layer, factor);
  };
  branches.forEach((branch, i) => {
    const name = `branches[${i}]`;
    const layers = layersOf(branch, name, known);
    const factor = branches.length ** (-1 / (2 * layers.length - 2));
    layers.forEach((layer, j) => {
      assign(layer, j === layers.length - 1 ? 0 : factor, name);
    });
  });
  if (classifier === null) return roles;
  const layers = layersOf(classifier, "classifier", known);
  if (!isWeightLayer(classifier)) {
    throw new TypeError(
      `${WHO}: classifier is one linear layer or convolution, got ${kindOf(classifier)}. Pass the model's last layer.`,
    );
  }
  assign(layers[0]!, 0, "classifier");
  return roles;
}

function layersOf(module: unknown, name: string, known: ReadonlySet<unknown>): WeightLayer[] {
  checkModule(module, name, WHO);
  if (!known.has(module)) throw new RangeError(`${WHO}: ${name} is no part of the model.`);
  const layers = weightLayersOf(module).map(([, layer]) => layer);
  if (layers.length > 0) return layers;
  throw new RangeError(`${WHO}: ${name} has no linear layer or convolution.`);
}
