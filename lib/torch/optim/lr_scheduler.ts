export { OneCycleLR, type OneCycleOptions } from "./one-cycle";
export { type PlateauOptions, ReduceLROnPlateau } from "./plateau";
export { LRScheduler } from "./scheduler";
export {
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  MultiStepLR,
  StepLR,
} from "./schedules";
export { SequentialLR } from "./sequential";
