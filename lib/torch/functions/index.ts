export * from "./binary";
export * from "./draws";
export * from "./pointwise";
export * from "./reduce";
export * from "./shape";
