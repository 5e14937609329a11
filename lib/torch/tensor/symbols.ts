/** Where a tensor keeps its view of a storage; the operations of the engine read it, learners need not. */
export const STRIDED = Symbol("strided");

/** Where a tensor keeps its history. */
export const HISTORY = Symbol("history");
