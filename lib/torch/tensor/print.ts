import { valueAt } from "./convert";
import { formatTensor, type PrintSettings } from "./format";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

let settings: Partial<PrintSettings> = {};

/**
 * Changes how tensors are written, by PyTorch's names: `precision`, `threshold`, `edgeitems`, `linewidth`, `sci_mode`.
 * @example
 * torch.set_printoptions({ precision: 2 }); const text = String(torch.tensor([0.12345])); torch.set_printoptions({ precision: 4 }); text // => tensor([0.12])
 */
export function set_printoptions(options: Partial<PrintSettings>): void {
  settings = { ...settings, ...options };
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
