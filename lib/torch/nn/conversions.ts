import { checkDevice, type Device, isDevice } from "../device";
import { RuntimeError, TypeMismatch } from "../errors";
import { bfloat16, DType, float16, float32, float64, isTensor, type Tensor, typeName } from "../tensor";
import { Callable } from "./callable";

/** Where a module is to go: the processor, by either name. */
export type Place = Device | "cpu" | "cuda";
/** Keywords of `Module.to`. */
export type ToOptions = { device?: Place | null; dtype?: DType | null };

/** The methods that give a module's parameters and buffers another dtype, or would move them. */
export abstract class Conversions extends Callable {
  /** Applies a function to every parameter and buffer. @internal */
  abstract _apply(fn: (tensor: Tensor) => Tensor): this;

  /**
   * Converts all floating point parameters and buffers to another dtype, which a tensor may show. Returns the module. The only
   * device is `"cpu"`. Errors: `Torch not compiled with CUDA enabled`; dtypes that are not floating point.
   * @example
   * new nn.Linear(3, 2).to(torch.float64).weight.dtype // => torch.float64
   */
  to(dtype: DType): this;
  to(device: Place, dtype?: DType): this;
  to(tensor: Tensor): this;
  to(options: ToOptions): this;
  to(...given: unknown[]): this {
    const dtype = wantedDtype(given);
    if (dtype === null) return this;
    if (!dtype.is_floating_point) {
      throw new TypeMismatch(
        "nn.Module.to",
        `nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=${dtype}`,
      );
    }
    return this._apply((tensor) => (tensor.is_floating_point() ? tensor.to(dtype) : tensor));
  }

  /**
   * The module itself, which is on the processor already.
   * @example
   * new nn.Linear(3, 2).cpu() // => Linear(in_features=3, out_features=2, bias=True)
   */
  cpu(): this {
    return this;
  }

  /**
   * There is no graphics card here. Errors: `Torch not compiled with CUDA enabled`, unless the module has nothing to move.
   * @example
   * (() => { try { return new nn.Linear(3, 2).cuda() } catch (error) { return error.name } })() // => AssertionError
   */
  cuda(_device?: unknown): this {
    return this._apply((tensor) => tensor.cuda());
  }

  /**
   * Converts all parameters and buffers to a dtype, those of integers too. Returns the module.
   * @example
   * new nn.Linear(3, 2).type(torch.float64).weight.dtype // => torch.float64
   */
  type(dst_type: DType): this {
    return this._apply((tensor) => {
      if (tensor.requires_grad && !dst_type.is_floating_point) {
        throw new RuntimeError(
          "nn.Module.type",
          "data set to a tensor that requires gradients must be floating point or complex dtype",
        );
      }
      return tensor.to(dst_type);
    });
  }

  /**
   * Converts the module to float32.
   * @example
   * new nn.Linear(3, 2).double().float().weight.dtype // => torch.float32
   */
  float(): this {
    return this.to(float32);
  }

  /**
   * Converts the module to float16.
   * @example
   * new nn.Linear(3, 2).half().weight.dtype // => torch.float16
   */
  half(): this {
    return this.to(float16);
  }

  /**
   * Converts the module to bfloat16.
   * @example
   * new nn.Linear(3, 2).bfloat16().weight.dtype // => torch.bfloat16
   */
  bfloat16(): this {
    return this.to(bfloat16);
  }

  /**
   * Converts the module to float64.
   * @example
   * new nn.Linear(3, 2).double().weight.dtype // => torch.float64
   */
  double(): this {
    return this.to(float64);
  }
}

/** What `to` was given: a dtype, a tensor that has one, a device, or a device and a dtype. */
function wantedDtype(given: readonly unknown[]): DType | null {
  const call = "nn.Module.to";
  let dtype: DType | null = null;
  for (const item of given.flatMap((item) => (isPlainObject(item) ? Object.values(item) : [item]))) {
    if (item === null || item === undefined || typeof item === "boolean") continue;
    if (item instanceof DType) dtype = item;
    else if (isTensor(item)) dtype = item.dtype;
    else if (typeof item === "string") checkDevice(call, item);
    else if (!isDevice(item)) {
      throw new TypeMismatch(
        call,
        `to() received an invalid combination of arguments - got (${typeName(item)})`,
        "give a dtype such as torch.float64, or a tensor that has it",
      );
    }
  }
  return dtype;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
