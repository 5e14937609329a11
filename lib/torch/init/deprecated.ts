import { warn } from "../warnings";
import { constant_, eye_, normal_, uniform_ } from "./basic";
import { dirac_ } from "./dirac";
import { kaiming_normal_, kaiming_uniform_ } from "./kaiming";
import { orthogonal_ } from "./orthogonal";
import { sparse_ } from "./sparse";
import { xavier_normal_, xavier_uniform_ } from "./xavier";

function deprecated<F extends (...given: never[]) => unknown>(name: string, initialiser: F): F {
  const call = (...given: never[]) => {
    warn(`nn.init.${name} is now deprecated in favor of nn.init.${name}_.`);
    return initialiser(...given);
  };
  return call as F;
}

/**
 * The old name of `uniform_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.uniform(torch.empty(1, 2)) // => tensor([[0.4963, 0.7682]])
 */
export const uniform = deprecated("uniform", uniform_);
/**
 * The old name of `normal_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.normal(torch.empty(1, 2)) // => tensor([[ 1.5410, -0.2934]])
 */
export const normal = deprecated("normal", normal_);
/**
 * The old name of `constant_`; it warns.
 * @example
 * nn.init.constant(torch.empty(2), 0.5) // => tensor([0.5000, 0.5000])
 */
export const constant = deprecated("constant", constant_);
/**
 * The old name of `eye_`; it warns.
 * @example
 * nn.init.eye(torch.empty(2, 2)) // => tensor([[1., 0.],\n        [0., 1.]])
 */
export const eye = deprecated("eye", eye_);
/**
 * The old name of `xavier_uniform_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.xavier_uniform(torch.empty(1, 2)) // => tensor([[-0.0106,  0.7586]])
 */
export const xavier_uniform = deprecated("xavier_uniform", xavier_uniform_);
/**
 * The old name of `xavier_normal_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.xavier_normal(torch.empty(1, 2)) // => tensor([[ 1.2582, -0.2396]])
 */
export const xavier_normal = deprecated("xavier_normal", xavier_normal_);
/**
 * The old name of `kaiming_uniform_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.kaiming_uniform(torch.empty(1, 2)) // => tensor([[-0.0130,  0.9291]])
 */
export const kaiming_uniform = deprecated("kaiming_uniform", kaiming_uniform_);
/**
 * The old name of `kaiming_normal_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.kaiming_normal(torch.empty(1, 2)) // => tensor([[ 1.5410, -0.2934]])
 */
export const kaiming_normal = deprecated("kaiming_normal", kaiming_normal_);
/**
 * The old name of `dirac_`; it warns.
 * @example
 * nn.init.dirac(torch.empty(2, 2, 1)) // => tensor([[[1.],\n         [0.]],\n\n        [[0.],\n         [1.]]])
 */
export const dirac = deprecated("dirac", dirac_);
/**
 * The old name of `orthogonal_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.orthogonal(torch.empty(1, 2)) // => tensor([[ 0.9823, -0.1871]])
 */
export const orthogonal = deprecated("orthogonal", orthogonal_);
/**
 * The old name of `sparse_`; it warns.
 * @example
 * torch.manual_seed(0); nn.init.sparse(torch.empty(3, 2), 0.5) // => tensor([[ 0.0000,  0.0000],\n        [-0.0218,  0.0000],\n        [ 0.0000, -0.0140]])
 */
export const sparse = deprecated("sparse", sparse_);
