export { Identity, ReLU, Sigmoid, Tanh } from "./basic";
export { celu_, elu_, hardtanh_, leaky_relu_, relu_, selu_, threshold_ } from "./in-place";
export { GELU, LogSoftmax, Softmax, Softmin, Threshold } from "./other-modules";
export {
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  leaky_relu,
  relu6,
  softshrink,
  threshold,
} from "./piecewise";
export {
  Hardsigmoid,
  Hardswish,
  LogSigmoid,
  Mish,
  ReLU6,
  SELU,
  SiLU,
  Softsign,
  Tanhshrink,
} from "./plain-modules";
export { celu, elu, gelu, glu, logsigmoid, mish, selu, silu, softplus, softsign, tanhshrink } from "./smooth";
export { Softmax2d } from "./softmax2d";
export { CELU, ELU, GLU, Hardshrink, Hardtanh, LeakyReLU, Softplus, Softshrink } from "./tuned-modules";
