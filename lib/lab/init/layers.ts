/** The layers that these initialisers know: those with a weight that multiplies their input. */
import { nn } from "@/lib/torch";
import { kindOf } from "../check";

const KINDS = [
  nn.Linear,
  nn.Conv1d,
  nn.Conv2d,
  nn.Conv3d,
  nn.ConvTranspose1d,
  nn.ConvTranspose2d,
  nn.ConvTranspose3d,
];

/** A linear layer or a convolution. */
export type WeightLayer = InstanceType<(typeof KINDS)[number]>;

/** Whether a value is a linear layer or a convolution. */
export function isWeightLayer(value: unknown): value is WeightLayer {
  return KINDS.some((kind) => value instanceof kind);
}

/** The linear layers and convolutions of a module with their dotted names, in order of assignment. */
export function weightLayersOf(module: nn.Module): [name: string, layer: WeightLayer][] {
  return module
    .named_modules()
    .flatMap(([name, layer]) => (isWeightLayer(layer) ? [[name, layer] as [string, WeightLayer]] : []));
}

/** Throws unless a module was given. */
export function checkModule(value: unknown, name: string, who: string): asserts value is nn.Module {
  if (value instanceof nn.Module) return;
  throw new TypeError(
    `${who}: ${name} is a module, got ${kindOf(value)}. Pass the network itself, such as new nn.Sequential(…).`,
  );
}
