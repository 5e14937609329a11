/** Where things lie in the module's memory, which never grows: its views stay valid for as long as the module lives. */

/** The 624 words of mt19937, and room for the four that the vector loop reads past them. */
export const STATE: usize = 1024;
/** Draws that are not yet numbers; kernels of random numbers use it among themselves. */
export const DRAWS: usize = 4096;

/** The sums of the blocks at STAGE. */
export const SUMS: usize = DRAWS;

/** Where callers find what was drawn, and put what is to be added. Its second half is room for what a vector writes beyond the last value. */
export const STAGE_BYTES: usize = 131072;
export const STAGE: usize = 131072;

/** The blocks of a product: of the left matrix, of the right one and of the result, at most so many bytes. */
export const LEFT_BYTES: usize = 262144;
export const RIGHT_BYTES: usize = 2097152;
export const RESULT_BYTES: usize = 524288;
/** As the caller copied them … */
export const LEFT: usize = 1048576;
export const RIGHT: usize = LEFT + LEFT_BYTES;
export const RESULT: usize = RIGHT + RIGHT_BYTES;
/** … and in the order in which the product reads them. */
export const PACKED_LEFT: usize = RESULT + RESULT_BYTES;
export const PACKED_RIGHT: usize = PACKED_LEFT + LEFT_BYTES;
