import { bindArguments } from "../arguments";
import { linalgCross, type Tensor } from "../tensor";
import { checkInput } from "./matrices";

/** The inverse of square matrices; see `Tensor.inverse`. Source: `torch.linalg.inv`. */
export function inv(A: Tensor): Tensor {
  checkInput("linalg.inv", A);
  return A.inverse();
}

/** The determinant of square matrices; see `Tensor.det`. Source: `torch.linalg.det`. */
export function det(A: Tensor): Tensor {
  checkInput("linalg.det", A);
  return A.det();
}

/** Square matrices to a whole power; see `Tensor.matrix_power`. Source: `torch.linalg.matrix_power`. */
export function matrix_power(A: Tensor, n: number): Tensor {
  return A.matrix_power(n);
}

/** The vector product of the vectors of three along `dim`, the last unless given. Source: `torch.linalg.cross`. */
export function cross(input: Tensor, other: Tensor, options: { dim?: number } = {}): Tensor {
  const { dim = -1 } = bindArguments<{ dim: number }>("torch.linalg.cross", [options], {
    names: [],
    only: ["dim"],
  });
  return linalgCross("torch.linalg.cross", input, other, dim);
}
