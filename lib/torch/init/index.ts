export {
  constant_,
  type DrawOptions,
  eye_,
  type NormalOptions,
  normal_,
  ones_,
  type UniformOptions,
  uniform_,
  zeros_,
} from "./basic";
export {
  constant,
  dirac,
  eye,
  kaiming_normal,
  kaiming_uniform,
  normal,
  orthogonal,
  sparse,
  uniform,
  xavier_normal,
  xavier_uniform,
} from "./deprecated";
export { dirac_ } from "./dirac";
export { _calculate_fan_in_and_fan_out, type Mode } from "./fans";
export { calculate_gain, type Nonlinearity } from "./gain";
export { type KaimingOptions, kaiming_normal_, kaiming_uniform_ } from "./kaiming";
export { lecun_normal_, lecun_uniform_ } from "./lecun";
export { type OrthogonalOptions, orthogonal_ } from "./orthogonal";
export { type SparseOptions, sparse_ } from "./sparse";
export { type TruncNormalOptions, trunc_normal_ } from "./trunc-normal";
export { type XavierOptions, xavier_normal_, xavier_uniform_ } from "./xavier";
