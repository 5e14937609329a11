/** Says what PyTorch says through Python's `warnings`: the work goes on. */
export function warn(text: string): void {
  console.warn(`UserWarning: ${text}`);
}
