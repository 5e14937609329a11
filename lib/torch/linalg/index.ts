/** Everything that cells reach as `torch.linalg.…`. */
export { LinAlgError } from "../errors";
export { matrix_norm, norm, vector_norm } from "./norms";
export { qr } from "./qr";
export { svdvals } from "./svdvals";
