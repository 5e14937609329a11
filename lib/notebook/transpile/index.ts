export { advise } from "./advise";
export type { CellFunction, CellResult, CellRuntime, DeclarationKind } from "./contract";
export { type Frame, locate } from "./stack";
export { CellSyntaxError } from "./syntax-error";
export { type Transpiled, transpile } from "./transpile";
