/** Where an axis is marked: few, round places that fit the room. */

export type Domain = readonly [number, number];
export type TickOptions = {
  count: number /** Every value on the axis, where powers of two should be kept as marks. */;
  values?: readonly number[];
};

const within =
  ([low, high]: Domain, slack: number) =>
  (value: number) =>
    value >= low - slack && value <= high + slack;

/** Round places on a linear axis, at most about `count`; on whole numbers that begin with 1, the 1 is marked. */
export function linearTicks(domain: Domain, { count, values = [] }: TickOptions): number[] {
  const [low, high] = domain;
  const span = high - low;
  if (!(span > 0)) return [low];
  const whole = values.length > 0 && values.every(Number.isInteger);
  const step = Math.max(roundUp(span / Math.max(1, count)), whole ? 1 : 0);
  const ticks: number[] = [];
  const inside = within(domain, step * 1e-9);
  // Layers count from 1: with a step of 2 the odd ones are marked, with a larger one 1, 5, 10, …
  const first = whole && values.includes(1) && low > 0;
  const phase = first && step === 2 ? 1 : 0;
  for (let k = Math.ceil((low - phase) / step - 1e-9); phase + k * step <= high + step * 1e-9; k++) {
    const tick = Number((phase + k * step).toPrecision(12));
    if (inside(tick)) ticks.push(tick);
  }
  return first && ticks[0] !== 1 && inside(1) ? [1, ...ticks] : ticks;
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `step`. */
function roundUp(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const lead = step / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

/** Round places on a log axis: powers of two if all values are such, else powers of ten, or 1, 3 or 1, 2, 5 where decades are few. */
export function logTicks(domain: Domain, { count, values = [] }: TickOptions): number[] {
  const [low, high] = domain;
  if (values.length > 1 && values.every((value) => Number.isInteger(Math.log2(value)))) {
    return powers(2, domain, count);
  }
  const decades = Math.log10(high / low);
  const leads = decades <= 1.2 ? [1, 2, 5] : decades <= 2.5 ? [1, 3] : null;
  if (leads === null) return powers(10, domain, count);
  const ticks: number[] = [];
  for (let k = Math.floor(Math.log10(low)); k <= Math.ceil(Math.log10(high)); k++) {
    for (const lead of leads) ticks.push(Number(`${lead}e${k}`));
  }
  const fitting = ticks.filter(within(domain, low * 1e-9));
  return fitting.length <= count
    ? fitting
    : fitting.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
}

const STRIDES = [1, 2, 3, 4, 5, 10, 20, 50, 100];

function powers(base: 2 | 10, [low, high]: Domain, count: number): number[] {
  const log = base === 2 ? Math.log2 : Math.log10;
  const first = Math.ceil(log(low) - 1e-9);
  const last = Math.floor(log(high) + 1e-9);
  const stride = STRIDES.find((one) => Math.floor((last - first) / one) + 1 <= Math.max(2, count)) ?? 100;
  // Powers of ten are counted from 1; powers of two from the first value, since widths start anywhere.
  const from = base === 10 ? Math.ceil(first / stride) * stride : first;
  const ticks: number[] = [];
  for (let k = from; k <= last; k += stride) ticks.push(base === 10 ? Number(`1e${k}`) : 2 ** k);
  return ticks;
}
