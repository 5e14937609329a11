/** How large the signal is at each layer of a plain deep network: really run, and beside it the theory. */
import type { DepthSpec, Scheme } from "@/lib/plots";
import torch, { nn } from "@/lib/torch";
import { checkList, checkOptions } from "./check";
import { Figure } from "./figure";
import { toJson } from "./numbers";
import { findScheme, type SchemeInfo } from "./schemes";
import { type Activation, signalTheory } from "./theory";

/** A module class such as `nn.ReLU`, or a function such as `torch.tanh`. */
export type Act = (new () => nn.Layer) | Activation;

export type SignalByDepthOptions = {
  depth: number;
  width: number;
  act: Act;
  schemes: readonly string[];
  batch?: number;
  seed?: number;
  title?: string;
  caption?: string;
};

/** The figure, and its numbers by scheme: `run.measured.default[9]` is the std at layer 10. */
export class SignalByDepth extends Figure<DepthSpec> {
  get measured(): Partial<Record<Scheme, (number | null)[]>> {
    return Object.fromEntries(this.spec.schemes.map(({ scheme, measured }) => [scheme, measured]));
  }

  get theory(): Partial<Record<Scheme, (number | null)[]>> {
    return Object.fromEntries(this.spec.schemes.map(({ scheme, theory }) => [scheme, theory]));
  }
}

const WHO = "lab.signalByDepth";

/** Preactivation std by layer for each scheme. Every scheme starts from the same seed: all layers first, then the input. */
export function signalByDepth(options: SignalByDepthOptions): SignalByDepth {
  checkOptions(options, WHO, '{ depth: 10, width: 512, act: nn.ReLU, schemes: ["default", "He"] }');
  const { depth, width, act, schemes, batch = 256, seed = 0 } = options;
  checkSizes({ depth, width, batch });
  const { call, name } = toActivation(act);
  const {
    title = `Preactivation std by layer, ${name}, width ${width}`,
    caption = `Dots: measured on a batch of ${batch}, seed ${seed}. Dashed: theory for infinite width.`,
  } = options;
  const runs = checkList(schemes, "schemes", WHO).map((scheme) => {
    const info = findScheme(scheme, WHO);
    const fans = { fan_in: width, fan_out: width };
    const measured = measure(info, { depth, width, act: call, batch, seed });
    const theory = signalTheory({
      act: call,
      depth,
      weightVariance: width * info.weightStd(fans) ** 2,
      biasVariance: info.biasStd(fans) ** 2,
    });
    return {
      scheme: info.key,
      label: info.label,
      measured: measured.map(toJson),
      theory: theory.map(toJson),
    };
  });
  return new SignalByDepth(
    {
      kind: "depth",
      title,
      caption,
      x: { name: "layer", short: "layer", log: false },
      y: { name: "preactivation std", short: "preactivation std", log: true },
      wanted: 1,
      layers: Array.from({ length: depth }, (_, index) => index + 1),
      schemes: runs,
    },
    { who: WHO },
  );
}

type Run = { depth: number; width: number; act: Activation; batch: number; seed: number };

function measure(scheme: SchemeInfo, { depth, width, act, batch, seed }: Run): number[] {
  torch.manual_seed(seed);
  const layers = Array.from({ length: depth }, () => new nn.Linear(width, width));
  for (const layer of layers) initialise(layer, scheme);
  let h = torch.randn(batch, width);
  return torch.no_grad(() =>
    layers.map((layer) => {
      const z = layer(h);
      h = act(z);
      return z.std().item() as number;
    }),
  );
}

/** Sets a layer's parameters by a scheme; `nn.Linear` has done so already where it is PyTorch's default. */
function initialise({ weight, bias }: nn.Linear, { key, label }: SchemeInfo): void {
  switch (key) {
    case "default":
      return;
    case "zeros":
      nn.init.zeros_(weight);
      break;
    case "lecun":
      nn.init.kaiming_normal_(weight, { nonlinearity: "linear" });
      break;
    case "xavier":
      nn.init.xavier_normal_(weight);
      break;
    case "he":
      nn.init.kaiming_normal_(weight, { nonlinearity: "relu" });
      break;
    case "orthogonal":
    case "lsuv":
      throw new RangeError(
        `${WHO}: initialises by zeros, default, LeCun, Xavier and He, got "${label}". Show your own run by lab.figure.`,
      );
    default:
      key satisfies never;
  }
  if (bias) nn.init.zeros_(bias);
}

function checkSizes(sizes: { depth: number; width: number; batch: number }): void {
  for (const [name, size] of Object.entries(sizes)) {
    if (Number.isInteger(size) && size > 0) continue;
    throw new RangeError(`${WHO}: ${name} is a whole number above 0, got ${size}.`);
  }
  if (sizes.batch * sizes.width < 2)
    throw new RangeError(`${WHO}: a std needs two values, got batch 1 and width 1.`);
}

function toActivation(act: Act): { call: Activation; name: string } {
  if (typeof act !== "function") {
    throw new TypeError(`${WHO}: act is a module class such as nn.ReLU, or a function, got ${typeof act}.`);
  }
  if (isModuleClass(act)) {
    const module = new act();
    return { call: (x) => module(x), name: String(module).replace(/\(.*\)$/s, "") };
  }
  // A bundle may rename functions; the name under which the engine keeps one does not change.
  const [name = "your function"] = Object.entries(torch).find(([, member]) => member === act) ?? [];
  return { call: act, name };
}

function isModuleClass(act: Act): act is new () => nn.Layer {
  return act.prototype instanceof nn.Module;
}
