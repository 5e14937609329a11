import type { Tensor } from "./tensor";

/** Keywords of `backward`. */
export type BackwardOptions = {
  gradient?: Tensor | null;
  retain_graph?: boolean;
  create_graph?: boolean;
  inputs?: Tensor | readonly Tensor[];
};

/** What the autograd engine provides to tensors. */
export type Backward = (tensor: Tensor, options: BackwardOptions) => void;

let engine: Backward | null = null;

/** Called once by lib/torch/autograd, which stands above tensors. */
export function provideBackward(given: Backward): void {
  engine = given;
}

/** Runs the engine from one tensor. */
export function runBackward(tensor: Tensor, options: BackwardOptions): void {
  if (engine === null) throw new Error("torch: enter through lib/torch/index.ts");
  engine(tensor, options);
}
