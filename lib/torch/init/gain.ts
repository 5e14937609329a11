import { ValueError } from "../errors";
import { warn } from "../warnings";

const { sqrt } = Math;

/** The nonlinearities for which PyTorch knows a gain. */
export type Nonlinearity =
  | "linear"
  | "identity"
  | "conv1d"
  | "conv2d"
  | "conv3d"
  | "conv_transpose1d"
  | "conv_transpose2d"
  | "conv_transpose3d"
  | "sigmoid"
  | "tanh"
  | "relu"
  | "leaky_relu"
  | "selu";

/**
 * The factor on the standard deviation that PyTorch recommends for a nonlinearity: linear, convolutions and sigmoid 1,
 * tanh 5/3, relu √2, leaky_relu √(2/(1+a²)) with slope a (0.01 unless given), selu 3/4.
 *
 * "identity" stands in PyTorch's documentation; its code refuses that name, here it is 1.
 * Errors: `Unsupported nonlinearity …` for any other name. Source: `torch.nn.init.calculate_gain`.
 * @example
 * nn.init.calculate_gain("relu") // => 1.4142135623730951
 */
export function calculate_gain(nonlinearity: Nonlinearity, param?: number | null): number {
  return gainFor("nn.init.calculate_gain", nonlinearity, param);
}

/** The same for a caller that names itself in the error. */
export function gainFor(call: string, nonlinearity: Nonlinearity, param: number | null | undefined): number {
  switch (nonlinearity) {
    case "linear":
    case "identity":
    case "conv1d":
    case "conv2d":
    case "conv3d":
    case "conv_transpose1d":
    case "conv_transpose2d":
    case "conv_transpose3d":
    case "sigmoid":
      return 1;
    case "tanh":
      return 5 / 3;
    case "relu":
      return sqrt(2);
    case "leaky_relu": {
      const slope = slopeOf(call, param);
      return sqrt(2 / (1 + slope * slope));
    }
    case "selu":
      return 3 / 4;
    default:
      return refuse(call, nonlinearity satisfies never);
  }
}

function refuse(call: string, nonlinearity: unknown): never {
  throw new ValueError(
    call,
    `Unsupported nonlinearity ${nonlinearity === null ? "None" : String(nonlinearity)}`,
    "it knows linear, conv1d … conv_transpose3d, sigmoid, tanh, relu, leaky_relu and selu",
  );
}

function slopeOf(call: string, param: unknown): number {
  if (param === undefined || param === null) return 0.01;
  if (typeof param === "number") {
    if (Number.isNaN(param)) warn(`${call}: negative_slope is nan`);
    return param;
  }
  const shown =
    typeof param === "boolean"
      ? param
        ? "True"
        : "False"
      : Array.isArray(param)
        ? `[${param}]`
        : String(param);
  throw new ValueError(call, `negative_slope ${shown} not a valid number`);
}
