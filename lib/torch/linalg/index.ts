/** Everything that cells reach as `torch.linalg.…`. */
export { LinAlgError } from "../errors";
export { multi_dot } from "./multi-dot";
export { matrix_norm, norm, vector_norm } from "./norms";
export { cross, det, inv, matrix_power } from "./of-matrices";
export { qr } from "./qr";
export { svdvals } from "./svdvals";
