/*
 * The modified Bessel functions of the first kind. All terms of their power series are positive, so it loses nothing;
 * beyond 30 the asymptotic series is shorter, and as exact.
 */
const { abs, exp, sqrt, PI } = Math;

const FAR = 30;
const ENOUGH = 2 ** -56;

/** (x/2)^order Σ (x²/4)^k / (k! (k + order)!) */
function near(order: 0 | 1, x: number): number {
  const quarter = (x * x) / 4;
  let term = order === 0 ? 1 : x / 2;
  let sum = term;
  for (let k = 1; term > sum * ENOUGH; k++) {
    term *= quarter / (k * (k + order));
    sum += term;
  }
  return sum;
}

/** e^x / √(2πx) times Σ of (-1)^k Π (4 order² - (2j - 1)²) / (k! (8x)^k) */
function far(order: 0 | 1, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; abs(term) > ENOUGH; k++) {
    term *= ((2 * k - 1) ** 2 - 4 * order) / (k * 8 * x);
    sum += term;
  }
  // In two factors, so that the exponential does not overflow before the result does.
  const half = exp(x / 2);
  return ((sum * half) / sqrt(2 * PI * x)) * half;
}

function besselI(order: 0 | 1, x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  return x < FAR ? near(order, x) : far(order, x);
}

/** I₀(x): 1 at 0, even; NaN at ±∞, as in PyTorch. */
export function i0(x: number): number {
  if (abs(x) === Number.POSITIVE_INFINITY) return Number.NaN;
  return besselI(0, abs(x));
}

/** I₁(x), the derivative of I₀: odd. */
export function i1(x: number): number {
  return x < 0 ? -besselI(1, -x) : besselI(1, x);
}
