/**
 * One port of the transcendental functions, so that a cell gives the same numbers in every browser and in Node.
 * ECMAScript leaves their last bits open; @stdlib's ports (Apache-2.0, after FreeBSD's msun and Cephes) use nothing
 * but IEEE arithmetic, `sqrt`, `floor`, `ceil` and `abs`, which are the same everywhere.
 *
 * `**` is the host's own operator and can't be replaced here: a cell's own uses go through `Math.pow`'s port (`transpile/rewrite-powers.ts`).
 */
import acos from "@stdlib/math-base-special-acos";
import acosh from "@stdlib/math-base-special-acosh";
import asin from "@stdlib/math-base-special-asin";
import asinh from "@stdlib/math-base-special-asinh";
import atan from "@stdlib/math-base-special-atan";
import atanh from "@stdlib/math-base-special-atanh";
import cbrt from "@stdlib/math-base-special-cbrt";
import cos from "@stdlib/math-base-special-cos";
import expm1 from "@stdlib/math-base-special-expm1";
import log from "@stdlib/math-base-special-ln";
import log1p from "@stdlib/math-base-special-log1p";
import log2 from "@stdlib/math-base-special-log2";
import log10 from "@stdlib/math-base-special-log10";
import sin from "@stdlib/math-base-special-sin";
import tan from "@stdlib/math-base-special-tan";
import tanh from "@stdlib/math-base-special-tanh";
import { atan2, cosh, exp, hypot, pow, sinh } from "./math-edges";

/**
 * Methods, so that like the originals they bear their names and can't be used with `new`; each with a body of its
 * own, so that the host compiles it for its own port. The unary plus is ECMAScript's coercion, `BigInt` refused.
 */
const PORTS = {
  acos(x: number): number {
    return acos(+x);
  },
  acosh(x: number): number {
    return acosh(+x);
  },
  asin(x: number): number {
    return asin(+x);
  },
  asinh(x: number): number {
    return asinh(+x);
  },
  atan(x: number): number {
    return atan(+x);
  },
  atanh(x: number): number {
    return atanh(+x);
  },
  cbrt(x: number): number {
    return cbrt(+x);
  },
  cos(x: number): number {
    return cos(+x);
  },
  cosh(x: number): number {
    return cosh(+x);
  },
  exp(x: number): number {
    return exp(+x);
  },
  expm1(x: number): number {
    return expm1(+x);
  },
  log(x: number): number {
    return log(+x);
  },
  log1p(x: number): number {
    return log1p(+x);
  },
  log2(x: number): number {
    return log2(+x);
  },
  log10(x: number): number {
    return log10(+x);
  },
  sin(x: number): number {
    return sin(+x);
  },
  sinh(x: number): number {
    return sinh(+x);
  },
  tan(x: number): number {
    return tan(+x);
  },
  tanh(x: number): number {
    return tanh(+x);
  },
  atan2(y: number, x: number): number {
    return atan2(+y, +x);
  },
  pow(base: number, exponent: number): number {
    return pow(+base, +exponent);
  },
  hypot(...values: number[]): number {
    // An index loop: a cell may have broken every method of Array.
    for (let i = 0; i < values.length; i++) values[i] = +values[i]!;
    return hypot(values);
  },
};
// ECMAScript's `Math.hypot.length` is 2, whatever number of arguments it takes.
Object.defineProperty(PORTS.hypot, "length", { value: 2 });

/** Replace the functions of `target` whose last bits differ between hosts, and change nothing else about them. */
export function pinMath(target: Math): void {
  for (const [name, value] of Object.entries(PORTS)) Object.defineProperty(target, name, { value });
}
