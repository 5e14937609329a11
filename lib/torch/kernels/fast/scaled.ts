import * as reference from "../reference/scaled";
import type { Build } from "./module";

const { fround, min } = Math;
/** Fewer values are added before they would have been copied. */
const SMALLEST = 64;

export type ScaledKernels = { addScaledFloat32: typeof reference.addScaledFloat32 };

/** Sums of a build; operands with gaps, and results too small for all their bits, go to the reference kernel. */
export function scaledKernels({ exports }: Build): ScaledKernels {
  const { memory, STAGE, STAGE_BYTES, SECOND } = exports;
  const most = STAGE_BYTES.value / 8;
  const first = new Float32Array(memory.buffer, STAGE.value, most);
  const second = new Float32Array(memory.buffer, SECOND.value, most);

  return {
    addScaledFloat32(out, a, b, { count, factor }) {
      const isDense = out.step === 1 && a.step === 1 && b.step === 1;
      if (!isDense || count < SMALLEST || fround(factor) !== factor) {
        reference.addScaledFloat32(out, a, b, { count, factor });
        return;
      }
      for (let done = 0; done < count; done += most) {
        const part = min(most, count - done);
        const at = (lane: typeof a) => ({ ...lane, start: lane.start + done });
        const [x, y] = [at(a), at(b)];
        first.set(x.data.subarray(x.start, x.start + part));
        second.set(y.data.subarray(y.start, y.start + part));
        // A vector more than there are values: what lies beyond them is not copied back.
        if (exports.addScaledFloat32((part + 3) & ~3, factor))
          out.data.set(part === most ? first : first.subarray(0, part), out.start + done);
        else reference.addScaledFloat32(at(out), x, y, { count: part, factor });
      }
    },
  };
}
