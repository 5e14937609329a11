/** What `formatTensor` reads and how it can be told to print. */

/** The dtypes that the printer knows how to write. Those of 16 bits are read as the numbers that they hold. */
export type PrintedDtype =
  | "float64"
  | "float32"
  | "float16"
  | "bfloat16"
  | "int64"
  | "int32"
  | "int16"
  | "int8"
  | "uint8"
  | "bool";

/** A tensor as the printer sees it: `get(i)` is the value at row-major position `i`, whatever the strides are. */
export type TensorView = {
  readonly dtype: PrintedDtype;
  readonly shape: readonly number[];
  get(index: number): number | bigint | boolean;
};

/** The settings of `torch.set_printoptions`, by PyTorch's names and with its defaults. */
export type PrintSettings = {
  precision: number;
  /** More elements than this are summarised with `...`; `Infinity` prints all of them. */
  threshold: number;
  edgeitems: number;
  linewidth: number;
  /** `null` lets the values decide, as PyTorch does. */
  sci_mode: boolean | null;
};

/** Settings, and what the printer can't see in the view. */
export type PrintOptions = Partial<PrintSettings> & {
  /** What follows `size=` and `dtype=`, in order: `requires_grad=True`, `grad_fn=<AddBackward0>`. */
  suffixes?: readonly string[];
  /** The dtype that goes without saying (`torch.get_default_dtype()`). */
  defaultDtype?: PrintedDtype;
};

/** PyTorch's profile "default". */
export const DEFAULT_PRINT_SETTINGS: PrintSettings = {
  precision: 4,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 80,
  sci_mode: null,
};

/** Whether a dtype holds fractions, and so prints with a point. */
export function isFloating(dtype: PrintedDtype): boolean {
  return dtype === "float64" || dtype === "float32" || dtype === "float16" || dtype === "bfloat16";
}
