import * as ort from "onnxruntime-web/wasm";
import { productModel } from "./onnx-model.js";

/** onnxruntime-web, one thread: it runs graphs, and here graphs of one product. */
export async function start({ address }) {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = `${address}onnxruntime-web/dist/`;
  const session = await ort.InferenceSession.create(productModel(), { executionProviders: ["wasm"] });
  return (kind, m, k, n) => {
    if (kind === "matmul") return multiply(session, [m, k], [k, n]);
    if (kind === "transposed") return "a graph's own Gemm, not this product";
    return "it runs graphs: it neither initialises nor trains";
  };
}

function multiply(session, left, right) {
  const [a, b] = [drawn(left), drawn(right)];
  return async () => void (await session.run({ a, b }));
}

function drawn(shape) {
  const values = Float32Array.from({ length: shape[0] * shape[1] }, Math.random);
  return new ort.Tensor("float32", values, shape);
}
