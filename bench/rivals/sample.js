/** Milliseconds that a sample lasts at the least, so that a coarse clock does no harm. */
const LEAST = 40;

/**
 * Answers how long one run of a work takes in milliseconds: the mean of the runs of one sample. `prepare(kind, ...sizes)` gives the
 * work, or a sentence that says why it is not done. Only the last work is kept: its memory is free when the next one comes.
 */
export function sampler(prepare) {
  let current = {};
  return async (name) => {
    if (current.name !== name) {
      current = {};
      current = await calibrate(name, await prepare(...toArguments(name)));
    }
    const { work, count } = current;
    if (typeof work === "string") return { none: work };
    return { ms: (await time(work, count)) / count };
  };
}

function toArguments(name) {
  const [kind, ...sizes] = name.split(" ");
  return [kind, ...sizes.map(Number)];
}

/** Doubles the runs until they fill a sample: by then compilers have learnt and memory has been touched. */
async function calibrate(name, work) {
  let count = 1;
  if (typeof work !== "string") await time(work, 1); // the first touch of new memory says nothing about the number of runs
  while (typeof work !== "string" && (await time(work, count)) < LEAST) count *= 2;
  return { name, work, count };
}

async function time(work, count) {
  const began = performance.now();
  for (let i = 0; i < count; i++) {
    const pending = work();
    if (pending instanceof Promise) await pending;
  }
  return performance.now() - began;
}
