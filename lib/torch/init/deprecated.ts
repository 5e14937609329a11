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

/** The old name of `uniform_`; it warns. */
export const uniform = deprecated("uniform", uniform_);
/** The old name of `normal_`; it warns. */
export const normal = deprecated("normal", normal_);
/** The old name of `constant_`; it warns. */
export const constant = deprecated("constant", constant_);
/** The old name of `eye_`; it warns. */
export const eye = deprecated("eye", eye_);
/** The old name of `xavier_uniform_`; it warns. */
export const xavier_uniform = deprecated("xavier_uniform", xavier_uniform_);
/** The old name of `xavier_normal_`; it warns. */
export const xavier_normal = deprecated("xavier_normal", xavier_normal_);
/** The old name of `kaiming_uniform_`; it warns. */
export const kaiming_uniform = deprecated("kaiming_uniform", kaiming_uniform_);
/** The old name of `kaiming_normal_`; it warns. */
export const kaiming_normal = deprecated("kaiming_normal", kaiming_normal_);
/** The old name of `dirac_`; it warns. */
export const dirac = deprecated("dirac", dirac_);
/** The old name of `orthogonal_`; it warns. */
export const orthogonal = deprecated("orthogonal", orthogonal_);
/** The old name of `sparse_`; it warns. */
export const sparse = deprecated("sparse", sparse_);
