export * from "./layout";
export { probeFloat32, probeFloat64 } from "./fused";
export { fillUniformFloat32, fillUniformFloat64 } from "./uniform";
export { fillNormalFloat32, transformUniforms } from "./normal";
export { multiplyFloat32, multiplyFloat64 } from "./matmul";
export { packAcrossFloat32, packAcrossFloat64, packAlongFloat32, packAlongFloat64 } from "./pack";
