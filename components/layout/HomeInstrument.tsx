import Link from "next/link";
import type { BakedFigure } from "@/lib/lessons";
import type { DepthSpec } from "@/lib/plots";
import { InstrumentDepth } from "./InstrumentDepth";
import { StillFigure } from "./StillFigure";

export type Instrument = {
  /** The signal by layer for several schemes, as a real cell measured it. */
  figure: DepthSpec;
  /** The same, drawn when the site was built. */
  baked: Pick<BakedFigure, "wide" | "narrow">;
  /** The cell that it comes from. */
  source: { slug: string; number: number; cell: string };
};

/** The home page's instrument: choose a scheme, and see what it leaves of the signal. The choice needs no script. */
export function HomeInstrument({ figure, baked, source }: Instrument) {
  return (
    <section className="instrument" aria-label="What each scheme leaves of the signal">
      <fieldset>
        <legend>Initialise the weights by</legend>
        <div className="schemes">
          {figure.schemes.map(({ scheme, label }, at) => (
            <label key={scheme} className="scheme" data-scheme={scheme}>
              <input type="radio" name="scheme" value={scheme} defaultChecked={at === 0} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <InstrumentDepth figure={figure}>
        <StillFigure figure={baked} />
      </InstrumentDepth>
      <p className="provenance">
        Measured by cell <Link href={`/lessons/${source.slug}#cell-${source.cell}`}>{source.cell}</Link> of
        lesson {source.number}, which you can change and run.
      </p>
    </section>
  );
}
