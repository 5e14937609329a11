export { ChainedScheduler } from "./chained";
export { CyclicLR, type CyclicOptions } from "./cyclic";
export { LambdaLR, MultiplicativeLR } from "./lambda-schedules";
export { OneCycleLR, type OneCycleOptions } from "./one-cycle";
export { type PlateauOptions, ReduceLROnPlateau } from "./plateau";
export { PolynomialLR } from "./polynomial";
export { LRScheduler, type ScheduleState } from "./scheduler";
export {
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  ExponentialLR,
  LinearLR,
  MultiStepLR,
  StepLR,
} from "./schedules";
export { SequentialLR } from "./sequential";
