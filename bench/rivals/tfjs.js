import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";

const DEPTH = 10;

/** TensorFlow.js with its WebAssembly backend, one thread. A draw is a new tensor: there is no other. */
export async function start({ packages }) {
  setWasmPaths(`${packages}@tensorflow/tfjs-backend-wasm/dist/`);
  setThreadsCount(1);
  if (!(await tf.setBackend("wasm"))) throw new Error("the wasm backend did not start");
  const works = {
    uniform: (count) => () => tf.randomUniform([count]).dispose(),
    normal: (count) => () => tf.randomNormal([count]).dispose(),
    matmul: (m, k, n) => multiply([m, k], [k, n], false),
    transposed: (m, k, n) => multiply([m, k], [n, k], true),
    step: () => trainMlp(),
    layers: () => () => tf.tidy(initialiseLayers),
  };
  return (kind, ...sizes) => works[kind]?.(...sizes) ?? "not timed: its draws are in the row of uniforms";
}

function multiply(left, right, transposed) {
  const [a, b] = [tf.randomUniform(left), tf.randomUniform(right)];
  return () => tf.matMul(a, b, false, transposed).dispose();
}

/** One step of SGD on a ReLU network of ten layers of 256, batch 128. */
function trainMlp() {
  const x = tf.randomNormal([128, 256]);
  const layers = Array.from({ length: DEPTH }, () => ({
    w: tf.variable(tf.randomUniform([256, 256], -1 / 16, 1 / 16)),
    b: tf.variable(tf.randomUniform([256], -1 / 16, 1 / 16)),
  }));
  const optimizer = tf.train.sgd(0.01);
  const loss = () => {
    let h = x;
    for (const [i, { w, b }] of layers.entries()) {
      h = tf.add(tf.matMul(h, w), b);
      if (i < DEPTH - 1) h = tf.relu(h);
    }
    return tf.mean(tf.square(h));
  };
  return () => tf.tidy(() => optimizer.minimize(loss, true).dataSync());
}

/** Fifty layers with PyTorch's default initialisation, stored the way round that costs this library least, a batch through them, and the standard deviation after each. */
function initialiseLayers() {
  const bound = 1 / Math.sqrt(512);
  let x = tf.randomNormal([256, 512]);
  for (let i = 0; i < 50; i++) {
    const w = tf.randomUniform([512, 512], -bound, bound);
    const b = tf.randomUniform([512], -bound, bound);
    x = tf.add(tf.matMul(x, w), b);
    tf.sqrt(tf.moments(x).variance).dataSync();
  }
}
