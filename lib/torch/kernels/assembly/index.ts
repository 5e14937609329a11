export * from "./layout";
export { probeFloat32, probeFloat64 } from "./fused";
export { fillUniformFloat32, fillUniformFloat64 } from "./uniform";
export { fillNormalFloat32, transformUniforms } from "./normal";
export { multiplyFloat32, multiplyFloat64 } from "./matmul";
export { packAcrossFloat32, packAcrossFloat64, packAlongFloat32, packAlongFloat64 } from "./pack";
export { addScaledFloat32, SECOND } from "./scaled";
export {
  sumDistancesFloat32,
  sumDistancesFloat64,
  sumFloat32,
  sumFloat32InFloat64,
  sumFloat64,
  sumSquaresFloat32,
  sumSquaresFloat64,
} from "./sum";
