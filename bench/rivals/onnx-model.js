// The one model that is timed, written as ONNX's protocol buffer: c = MatMul(a, b), matrices of any size.

const FLOAT = 1;

/** The bytes of the model. Numbers are the fields' numbers in onnx.proto3. */
export function productModel() {
  const node = message([1, text("a")], [1, text("b")], [2, text("c")], [4, text("MatMul")]);
  const graph = message(
    [1, node],
    [2, text("product")],
    [11, matrix("a")],
    [11, matrix("b")],
    [12, matrix("c")],
  );
  return Uint8Array.from(message([1, 8], [7, graph], [8, message([2, 17])]));
}

function matrix(name) {
  const shape = message([1, message([2, text(`${name}0`)])], [1, message([2, text(`${name}1`)])]);
  return message([1, text(name)], [2, message([1, message([1, FLOAT], [2, shape])])]);
}

function text(value) {
  return [...new TextEncoder().encode(value)];
}

/** Fields in order: a number is a varint, bytes carry their length. */
function message(...fields) {
  return fields.flatMap(([number, value]) =>
    typeof value === "number"
      ? [...varint(number << 3), ...varint(value)]
      : [...varint((number << 3) | 2), ...varint(value.length), ...value],
  );
}

function varint(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}
