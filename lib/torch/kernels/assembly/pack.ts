/*
 * Packing: a block of a matrix becomes panels, each of them `width` lines wide, in which the elements that one step of the
 * product needs lie side by side. A line is a row of the left matrix or a column of the right one. Lines beyond the last
 * are whatever lay there: what is computed from them is not read.
 */

/** From a block whose lines lie side by side: element (line, k) is at `from + k · pitch + line`. */
@inline
function packAcross<T>(from: usize, to: usize, lines: i32, depth: i32, pitch: usize, width: i32): void {
  const bytes = <usize>width * sizeof<T>();
  for (let line: i32 = 0; line < lines; line += width) {
    let source = from + <usize>line * sizeof<T>();
    for (let k: i32 = 0; k < depth; k++, source += pitch, to += bytes) {
      for (let b: usize = 0; b < bytes; b += 16) v128.store(to + b, v128.load(source + b));
    }
  }
}

/** From a block whose lines lie one behind the other: element (line, k) is at `from + line · pitch + k`. */
@inline
function packAlong<T>(from: usize, to: usize, lines: i32, depth: i32, pitch: usize, width: i32): void {
  for (let line: i32 = 0; line < lines; line += width) {
    for (let l: i32 = 0; l < width; l++) {
      let source = from + <usize>(line + l) * pitch;
      let target = to + <usize>l * sizeof<T>();
      for (let k: i32 = 0; k < depth; k++, source += sizeof<T>(), target += <usize>width * sizeof<T>()) {
        store<T>(target, load<T>(source));
      }
    }
    to += <usize>(width * depth) * sizeof<T>();
  }
}

/** Packs float32 lines that lie side by side. */
export function packAcrossFloat32(from: usize, to: usize, lines: i32, depth: i32, pitch: usize, width: i32): void {
  packAcross<f32>(from, to, lines, depth, pitch, width);
}

/** Packs float64 lines that lie side by side. */
export function packAcrossFloat64(from: usize, to: usize, lines: i32, depth: i32, pitch: usize, width: i32): void {
  packAcross<f64>(from, to, lines, depth, pitch, width);
}

/** Packs float64 lines that lie one behind the other. */
export function packAlongFloat64(from: usize, to: usize, lines: i32, depth: i32, pitch: usize, width: i32): void {
  packAlong<f64>(from, to, lines, depth, pitch, width);
}

/** Packs float32 lines that lie one behind the other: four by four, transposed in registers. */
export function packAlongFloat32(from: usize, to: usize, lines: i32, depth: i32, pitch: usize, width: i32): void {
  const step = <usize>width * 4;
  const whole = depth & ~3;
  for (let line: i32 = 0; line < lines; line += width) {
    for (let l: i32 = 0; l < width; l += 4) {
      const s0 = from + <usize>(line + l) * pitch;
      const s1 = s0 + pitch;
      const s2 = s1 + pitch;
      const s3 = s2 + pitch;
      let target = to + (<usize>l << 2);
      let at: usize = 0;
      for (; at < <usize>whole << 2; at += 16, target += step * 4) {
        const x0 = v128.load(s0 + at);
        const x1 = v128.load(s1 + at);
        const x2 = v128.load(s2 + at);
        const x3 = v128.load(s3 + at);
        const y0 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5);
        const y1 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5);
        const y2 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7);
        const y3 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
        v128.store(target, v128.shuffle<i64>(y0, y1, 0, 2));
        v128.store(target + step, v128.shuffle<i64>(y0, y1, 1, 3));
        v128.store(target + step * 2, v128.shuffle<i64>(y2, y3, 0, 2));
        v128.store(target + step * 3, v128.shuffle<i64>(y2, y3, 1, 3));
      }
      for (; at < <usize>depth << 2; at += 4, target += step) {
        store<f32>(target, load<f32>(s0 + at));
        store<f32>(target, load<f32>(s1 + at), 4);
        store<f32>(target, load<f32>(s2 + at), 8);
        store<f32>(target, load<f32>(s3 + at), 12);
      }
    }
    to += <usize>(width * depth) * 4;
  }
}
