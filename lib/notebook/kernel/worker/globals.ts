/** The two verbs that a cell has without importing them. The declarations that cells are checked against are made of this type. */
export type CellGlobals = {
  /**
   * Prints values as Python's `print` does: texts as they are, tensors and modules as PyTorch shows them.
   * @example
   * print("std", torch.ones(2).std())
   */
  print(...values: unknown[]): void;
  /**
   * Shows a value as Jupyter's `display` does: a figure as a figure, everything else by its text.
   * @example
   * display(lab.histogram(torch.randn(1000)))
   */
  display(value: unknown): void;
};
