export * from "./binary";
export * from "./pointwise";
export * from "./reduce";
export * from "./shape";
