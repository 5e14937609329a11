/**
 * `print(t)`: the text of a tensor, character for character as PyTorch 1.13 and 2 write it
 * (where `sci_mode` is forced, as 1.13 does: 2.13 pads otherwise there).
 * After PyTorch's torch/_tensor_str.py (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others).
 */
import { createFormatter } from "./format/formatter";
import { chooseWindow, countElements, layOut, readWindow } from "./format/layout";
import {
  DEFAULT_PRINT_SETTINGS,
  type PrintOptions,
  type PrintSettings,
  type TensorView,
} from "./format/options";
import { addSuffixes, describeView } from "./format/suffixes";

export type { PrintedDtype, PrintOptions, PrintSettings, TensorView } from "./format/options";

const PREFIX = "tensor(";

/**
 * The text from `tensor(` to `)`. `size=` and `dtype=` are added by PyTorch's rule; `options.suffixes` follow them.
 *
 * @example
 * formatTensor({ dtype: "float32", shape: [2], get: (i) => [1, 2.5][i]! }, { suffixes: ["requires_grad=True"] });
 * // tensor([1.0000, 2.5000], requires_grad=True)
 */
export function formatTensor(view: TensorView, options: PrintOptions = {}): string {
  const { suffixes = [], defaultDtype = "float32", ...given } = options;
  const settings: PrintSettings = { ...DEFAULT_PRINT_SETTINGS, ...given };
  const { linewidth } = settings;
  const indent = PREFIX.length;
  return addSuffixes(PREFIX + formatBody(view, { settings, indent }), {
    suffixes: [...describeView(view, defaultDtype), ...suffixes],
    indent,
    linewidth,
  });
}

function formatBody(
  view: TensorView,
  { settings, indent }: { settings: PrintSettings; indent: number },
): string {
  if (countElements(view.shape) === 0) return "[]";
  const window = chooseWindow(view.shape, settings);
  const formatter = createFormatter(view.dtype, readWindow(view, window), settings);
  return layOut(view, { window, formatter, indent, linewidth: settings.linewidth });
}
