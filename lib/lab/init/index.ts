/**
 * Initialisers that PyTorch does not have, reached as `lab.init`. They stand here and not in `nn.init`, so that whoever
 * copies a line from a lesson sees whose it is; `lab.py` holds the same three for real PyTorch.
 */
export { delta_orthogonal_ } from "./delta-orthogonal";
export { type FixupOptions, fixup_ } from "./fixup";
export { type LsuvOptions, lsuv_ } from "./lsuv";
