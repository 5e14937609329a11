/** Wire values made and revived, on the side that knows the engine. */
import torch, { Tensor } from "@/lib/torch";
import { inspect } from "../../outputs/inspect";
import { WIRE_ELEMENTS, type WireValue } from "../wire";

const DEPTH = 20;
const DTYPES = [torch.float32, torch.float64, torch.int64, torch.bool];

/** Turns any value into its wire form; over `WIRE_ELEMENTS` elements it throws. */
export function toWire(value: unknown): WireValue {
  let left = WIRE_ELEMENTS;
  const spend = (elements: number) => {
    left -= elements;
    if (left < 0)
      throw new RangeError(
        `The result holds more than ${WIRE_ELEMENTS.toLocaleString("en")} values. Return less.`,
      );
  };
  const convert = (item: unknown, depth: number): WireValue => {
    spend(1);
    if (item === undefined) return { kind: "undefined" };
    if (item === null) return { kind: "null" };
    if (typeof item === "boolean") return { kind: "boolean", value: item };
    if (typeof item === "number") return { kind: "number", value: item };
    if (typeof item === "bigint") return { kind: "bigint", value: item.toString() };
    if (typeof item === "string") {
      spend(item.length);
      return { kind: "string", value: item };
    }
    if (item instanceof Tensor) {
      spend(item.numel());
      const data = Array.from(item.toTypedArray() as ArrayLike<number | bigint>, (v) =>
        typeof v === "bigint" ? v.toString() : Number(v),
      );
      return { kind: "tensor", dtype: String(item.dtype), shape: [...item.shape], data };
    }
    if (depth < DEPTH && Array.isArray(item))
      return { kind: "list", items: item.map((v) => convert(v, depth + 1)) };
    if (depth < DEPTH && ArrayBuffer.isView(item) && !(item instanceof DataView))
      return {
        kind: "list",
        items: Array.from(item as unknown as ArrayLike<number | bigint>, (v) => convert(v, depth + 1)),
      };
    const prototype = typeof item === "object" ? Object.getPrototypeOf(item) : undefined;
    if (depth < DEPTH && (prototype === Object.prototype || prototype === null))
      return {
        kind: "object",
        entries: Object.entries(item).map(([key, v]) => [key, convert(v, depth + 1)]),
      };
    return { kind: "opaque", text: inspect(item) };
  };
  return convert(value, 0);
}

/** The value of a wire form, tensors as tensors. An opaque value comes back as its text. */
export function fromWire(wire: WireValue): unknown {
  switch (wire.kind) {
    case "undefined":
      return undefined;
    case "null":
      return null;
    case "boolean":
    case "number":
    case "string":
      return wire.value;
    case "bigint":
      return BigInt(wire.value);
    case "list":
      return wire.items.map(fromWire);
    case "object":
      return Object.fromEntries(wire.entries.map(([key, value]) => [key, fromWire(value)]));
    case "tensor": {
      const dtype = DTYPES.find((one) => String(one) === wire.dtype);
      if (!dtype) throw new TypeError(`A tensor of type ${wire.dtype} cannot come back from the wire.`);
      const values = dtype === torch.int64 ? wire.data.map((v) => BigInt(v)) : wire.data.map(Number);
      return torch.tensor(values as number[], { dtype }).view(wire.shape);
    }
    case "opaque":
      return wire.text;
  }
}
