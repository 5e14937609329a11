/**
 * The version of the engine's results. It rises when any result changes: outputs that were stored, exported or shared under
 * another version are shown as stale.
 */
export const BITS_VERSION = 1;
