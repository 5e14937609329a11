import { defaultDevice, init, jit, nn, numpy as np, random, tree, valueAndGrad } from "@jax-js/jax";

const DEPTH = 10;

/** jax-js on its WebAssembly backend. A draw is a new array; operations consume what they are given, `ref` keeps it. */
export async function start() {
  if (!(await init("wasm")).includes("wasm")) throw new Error("the wasm backend did not start");
  defaultDevice("wasm");
  const works = {
    uniform: (count) => draw(random.uniform, count),
    normal: (count) => draw(random.normal, count),
    matmul: (m, k, n) => multiply(drawn([m, k]), drawn([k, n])),
    transposed: (m, k, n) => multiply(drawn([m, k]), np.transpose(drawn([n, k]))),
    step: () => trainMlp(),
    layers: () => initialiseLayers,
  };
  return (kind, ...sizes) => works[kind]?.(...sizes) ?? "not timed: its draws are in the row of uniforms";
}

let seed = 0;

function drawn(shape, law = {}) {
  return random.uniform(random.key(seed++), shape, law);
}

async function finish(array) {
  await array.blockUntilReady();
  array.dispose();
}

function draw(law, count) {
  return () => finish(law(random.key(seed++), [count]));
}

function multiply(a, b) {
  return () => finish(np.matmul(a.ref, b.ref));
}

/** One step of SGD on a ReLU network of ten layers of 256, batch 128, compiled by jit. */
async function trainMlp() {
  const law = { minval: -1 / 16, maxval: 1 / 16 };
  const x = random.normal(random.key(seed++), [128, 256]);
  let layers = Array.from({ length: DEPTH }, () => ({ w: drawn([256, 256], law), b: drawn([256], law) }));
  const loss = (all, batch) => {
    let h = batch;
    for (const [i, { w, b }] of all.entries()) {
      h = np.matmul(h, w).add(b);
      if (i < DEPTH - 1) h = nn.relu(h);
    }
    return np.mean(np.square(h));
  };
  const step = jit((all, batch) => {
    const [value, slopes] = valueAndGrad(loss)(tree.ref(all), batch);
    return [value, tree.map((weight, slope) => weight.sub(slope.mul(0.01)), all, slopes)];
  });
  return async () => {
    const [value, next] = step(layers, x.ref);
    layers = next;
    await Promise.all(layers.flatMap(({ w, b }) => [w.blockUntilReady(), b.blockUntilReady()]));
    await finish(value);
  };
}

/** Fifty layers with PyTorch's default initialisation, stored the way round that costs this library least, a batch through them, and the standard deviation after each. */
async function initialiseLayers() {
  const bound = 1 / Math.sqrt(512);
  const law = { minval: -bound, maxval: bound };
  let x = random.normal(random.key(seed++), [256, 512]);
  for (let i = 0; i < 50; i++) {
    x = np.matmul(x, drawn([512, 512], law)).add(drawn([512], law));
    await finish(np.std(x.ref));
  }
  await finish(x);
}
