import { RuntimeError } from "./errors";

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

const KINDS =
  "cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, privateuseone";

/** Throws PyTorch's sentence for a device that this engine does not have, or that nobody knows. */
export function refuseDevice(call: string, device: string): never {
  const kind = device.replace(/:.*/, "");
  if (KINDS.split(", ").includes(kind)) {
    throw new RuntimeError(
      call,
      `Device type ${kind.toUpperCase()} is not supported for torch.Generator() api.`,
      "this engine has the processor only",
    );
  }
  throw new RuntimeError(
    call,
    `Expected one of ${KINDS} device type at start of device string: ${kind}`,
    "this engine has the processor only",
  );
}
