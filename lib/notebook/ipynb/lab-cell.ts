/** `lab.py` as one cell: a notebook that carries it runs anywhere where PyTorch is. */

/** The first cell of a Python notebook: after it `import lab` finds the module, and no file is written. */
export function foldLab(lab: string): string {
  const text = lab.replaceAll("\\", "\\\\").replaceAll("'''", "\\'\\'\\'").replace(/'$/, "\\'");
  return `#@title Fan-in's lab, folded in: run this cell first
import sys
import types

import torch

torch.set_num_threads(1)  # sums are added in the order in which the lesson's were

lab = types.ModuleType("lab")
sys.modules["lab"] = lab
exec(compile('''${text}''', "lab.py", "exec"), lab.__dict__)`;
}

/** Folded in JupyterLab, in the classic notebook's successor, and in Colab. */
export const FOLDED = { cellView: "form", jupyter: { source_hidden: true } } as const;
