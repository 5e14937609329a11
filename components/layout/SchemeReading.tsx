import type { Reading } from "./reading";

/** The network itself, a node a layer in the colours of the signal, and one sentence. */
export function SchemeReading({ reading }: { reading: Reading }) {
  const { scheme, label, signals, first, last, end } = reading;
  return (
    <div className="reading" data-scheme={scheme}>
      <div className="strip" aria-hidden="true">
        input
        {signals.map((signal, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place.
          <i key={at} data-signal={signal} />
        ))}
        output
      </div>
      <p>
        <b>{label}</b>: std {first} at layer 1, {last} at layer {signals.length}.{" "}
        <span data-signal={end}>{end === "healthy" ? "The signal stays." : `The signal is ${end}.`}</span>
      </p>
    </div>
  );
}
