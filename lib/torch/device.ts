import { AssertionError, RuntimeError } from "./errors";

/** Where tensors and generators live: in this engine always the processor. */
export class Device {
  readonly type = "cpu";
  readonly index = null;

  /** PyTorch's own text: `cpu`. */
  toString(): string {
    return this.type;
  }
}

/** The one device there is. */
export const CPU: Device = Object.freeze(new Device());

const ONLY = "this engine has the processor only";
const KINDS =
  "cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, privateuseone";

/** Throws PyTorch's sentence for a device that this engine does not have, or that nobody knows. */
export function refuseDevice(call: string, device: string): never {
  const kind = device.replace(/:.*/, "");
  if (KINDS.split(", ").includes(kind)) {
    throw new RuntimeError(
      call,
      `Device type ${kind.toUpperCase()} is not supported for torch.Generator() api.`,
      ONLY,
    );
  }
  refuseUnknown(call, kind);
}

function refuseUnknown(call: string, kind: string): never {
  const sentence = `Expected one of ${KINDS} device type at start of device string: ${kind}`;
  throw new RuntimeError(call, sentence, ONLY);
}

/** Whether a value is the device. */
export function isDevice(value: unknown): value is Device {
  return value instanceof Device;
}

/** Throws PyTorch's sentence unless a device's name is the processor's. */
export function checkDevice(call: string, device: string): void {
  const kind = device.replace(/:.*/, "");
  if (kind === "cpu") return;
  if (kind === "cuda") refuseCuda(call);
  if (KINDS.split(", ").includes(kind)) {
    throw new RuntimeError(call, `PyTorch is not linked with support for ${kind} devices`, ONLY);
  }
  refuseUnknown(call, kind);
}

/** What PyTorch says without a graphics card. */
export function refuseCuda(call: string): never {
  throw new AssertionError(
    call,
    "Torch not compiled with CUDA enabled",
    "drop the call: this engine has the processor only",
  );
}
