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
