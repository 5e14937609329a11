import { bindArguments } from "../arguments";
import { valueAt } from "./convert";
import { formatTensor, type PrintSettings } from "./format";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** The settings of `set_printoptions`; a profile comes first, and what stands beside it changes that. */
export type PrintOptionsGiven = Partial<PrintSettings> & { profile?: keyof typeof PROFILES | null };

const PROFILES = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Number.POSITIVE_INFINITY, edgeitems: 3, linewidth: 80 },
} as const;
const NAMES = ["precision", "threshold", "edgeitems", "linewidth", "profile", "sci_mode"] as const;

let settings: Partial<PrintSettings> = {};

/**
 * Changes how tensors are written, by PyTorch's names: `precision`, `threshold`, `edgeitems`, `linewidth`, `profile`
 * (`"default"`, `"short"`, `"full"`), `sci_mode`. As in PyTorch, each call sets `sci_mode` anew: left out, the values decide.
 * @example
 * torch.set_printoptions({ precision: 2 }); const text = String(torch.tensor([0.12345])); torch.set_printoptions({ profile: "default" }); text // => tensor([0.12])
 */
export function set_printoptions(options: PrintOptionsGiven): void;
export function set_printoptions(precision?: number, options?: PrintOptionsGiven): void;
export function set_printoptions(...given: unknown[]): void {
  const bound = bindArguments<PrintOptionsGiven>("torch.set_printoptions", given, { names: NAMES });
  const { profile, sci_mode = null, ...rest } = bound;
  const named = Object.entries(rest).filter(([, value]) => value !== null);
  // PyTorch leaves everything as it is for a profile that it does not know.
  const base = profile === undefined || profile === null ? {} : PROFILES[profile];
  settings = { ...settings, ...base, ...Object.fromEntries(named), sci_mode };
}

/** The text of a tensor, as PyTorch's `print` writes it. */
export function printTensor(tensor: Tensor): string {
  const view = tensor[STRIDED];
  return formatTensor(
    { dtype: view.dtype.name, shape: view.shape, get: rowMajorReader(view) },
    { ...settings, suffixes: historySuffixes(tensor) },
  );
}

function historySuffixes(tensor: Tensor): string[] {
  const { grad_fn } = tensor;
  if (grad_fn !== null) return [`grad_fn=<${grad_fn.name()}>`];
  return tensor.requires_grad ? ["requires_grad=True"] : [];
}

function rowMajorReader(view: Strided): (index: number) => number | bigint | boolean {
  const { shape, strides } = view;
  return (index) => {
    let rest = index;
    let place = view.offset;
    for (let d = shape.length - 1; d >= 0; d--) {
      const size = shape[d]!;
      place += (rest % size) * strides[d]!;
      rest = Math.floor(rest / size);
    }
    return valueAt(view, place);
  };
}
