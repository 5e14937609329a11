import { fmaFloat64 } from "../reference/fma";
import type { Mt19937 } from "../reference/mt19937";
import { fillNormalFloat32 as referenceNormal } from "../reference/normal";
import { fillUniform as referenceUniform } from "../reference/uniform";
import type { Build, Exports } from "./module";

const { abs, fround, min } = Math;
const BLOCK = 16;
/** Below so many values the stream's 624 words cost more to copy than the values to draw. */
const SMALLEST = 128;
/** From this magnitude on, no result but 0 is so small that float32 holds it with fewer bits. */
const CALM = 2 ** -60;

type Stretch = { offset: number; count: number };
type Uniform = { from: number; to: number; stride?: number } & Stretch;
type Normal = { mean: number; std: number } & Stretch;

/** The random kernels of one build, which give the bits of the reference kernels. */
export type RandomKernels = {
  fillUniform(out: Float32Array | Float64Array, draws: Mt19937, law: Uniform): void;
  fillNormalFloat32(out: Float32Array, draws: Mt19937, law: Normal): void;
};

function isCalm(x: number): boolean {
  return x === 0 || abs(x) >= CALM;
}

/** The random kernels of a build; small fills and rare arguments go to the reference kernels. */
export function randomKernels({ name, exports }: Build): RandomKernels {
  const { memory, STAGE, STAGE_BYTES, fillUniformFloat32, fillUniformFloat64, fillNormalFloat32 } = exports;
  const stage32 = new Float32Array(memory.buffer, STAGE.value, STAGE_BYTES.value / 8);
  const stage64 = new Float64Array(memory.buffer, STAGE.value, STAGE_BYTES.value / 16);
  const stream = streamIn(exports);

  function uniformFloat32(out: Float32Array, draws: Mt19937, { from, to, offset, count }: Uniform): void {
    const low = fround(from);
    const range = fround(fround(to) - low);
    stream(draws, count, (position) => {
      let next = position;
      for (let done = 0; done < count; done += stage32.length) {
        const part = min(stage32.length, count - done);
        next = fillUniformFloat32(STAGE.value, part, next, low, range);
        out.set(part === stage32.length ? stage32 : stage32.subarray(0, part), offset + done);
      }
      return next;
    });
  }

  function uniformFloat64(out: Float64Array, draws: Mt19937, { from, to, offset, count }: Uniform): void {
    const range = to - from;
    stream(draws, 2 * count, (position) => {
      let next = position;
      for (let done = 0; done < count; done += stage64.length) {
        const part = min(stage64.length, count - done);
        next = fillUniformFloat64(STAGE.value, part, next, from, range);
        out.set(part === stage64.length ? stage64 : stage64.subarray(0, part), offset + done);
      }
      return next;
    });
    if (name === "relaxed" || (from === 0 && range === 1)) return;
    for (let i = offset; i < offset + count; i++) out[i] = fmaFloat64(out[i]!, range, from);
  }

  return {
    fillUniform(out, draws, law) {
      const { from, to, count, stride = 1 } = law;
      if (count < SMALLEST || stride !== 1) referenceUniform(out, draws, law);
      else if (out instanceof Float64Array) uniformFloat64(out, draws, law);
      else if (isCalm(fround(from)) && isCalm(fround(to) - fround(from))) uniformFloat32(out, draws, law);
      else referenceUniform(out, draws, law);
    },

    fillNormalFloat32(out, draws, law) {
      const { offset, count } = law;
      const mean = fround(law.mean);
      const std = fround(law.std);
      if (count < SMALLEST || !isCalm(mean) || !isCalm(std)) {
        referenceNormal(out, draws, law);
        return;
      }
      const rest = count % BLOCK;
      const whole = count - rest;
      stream(draws, whole + (rest === 0 ? 0 : rest + BLOCK), (position) => {
        let next = position;
        for (let done = 0; done < whole; done += stage32.length) {
          const part = min(stage32.length, whole - done);
          next = fillNormalFloat32(STAGE.value, part, next, mean, std);
          out.set(part === stage32.length ? stage32 : stage32.subarray(0, part), offset + done);
        }
        if (rest === 0) return next;
        // PyTorch has drawn uniforms for the rest too, before it draws the last 16 values again.
        next = fillUniformFloat32(STAGE.value, rest, next, 0, 1);
        next = fillNormalFloat32(STAGE.value, BLOCK, next, mean, std);
        out.set(stage32.subarray(0, BLOCK), offset + count - BLOCK);
        return next;
      });
    },
  };
}

/** Lends the words of a stream to the module for as long as `fill` draws `count` times from them. */
function streamIn({ memory, STATE }: Exports) {
  return (draws: Mt19937, count: number, fill: (position: number) => number): void => {
    const { words } = draws;
    const lent = new Uint32Array(memory.buffer, STATE.value, words.length);
    lent.set(words);
    draws.position = fill(draws.position);
    words.set(lent);
    draws.draws += count;
  };
}
