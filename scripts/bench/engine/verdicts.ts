import type { Row } from "../table";
import { BUILDS, OURS } from "./builds";
import type { Figure } from "./measure";
import { type Wanted, WORKS } from "./works";

/** What is wanted of each build on each host, beside what was measured. */
export function toVerdicts(figures: readonly Figure[]): Row[] {
  const hosts = [...new Set(figures.map(({ host }) => host))];
  return WORKS.flatMap(({ name, what, wanted }) =>
    hosts.flatMap((host) =>
      BUILDS.flatMap((build) => {
        if (wanted === undefined) return [];
        const title = `${what}, ${build}, ${host}`;
        const found = figures.find(
          (one) => one.work === name && one.host === host && one.contender === OURS[build],
        );
        return [found ? toRow(title, wanted[build], found) : lacking(title, "not timed")];
      }),
    ),
  );
}

function toRow(what: string, wanted: Wanted, { measured, native, times, unit, none = "" }: Figure): Row {
  if (measured === undefined) return lacking(what, none);
  const beside =
    native && times
      ? `PyTorch ${show(native.median)} ${unit}; ${show(times.median)} times its speed (${show(times.min)} to ${show(times.max)})`
      : "no PyTorch here";
  if ("gigaflops" in wanted)
    return { what, value: measured.median, unit: "GFLOP/s", least: wanted.gigaflops, note: beside };
  if ("milliseconds" in wanted)
    return { what, value: measured.median, unit: "ms", most: wanted.milliseconds, note: beside };
  if (times === undefined) return lacking(what, beside);
  return {
    what,
    value: times.median,
    unit: "×",
    least: wanted.times,
    note: `${show(measured.median)} ${unit}; ${beside}`,
  };
}

function lacking(what: string, note: string): Row {
  return { what, value: undefined, unit: "", note };
}

/** Two or three digits are all that a shared machine can say. */
export function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
}
