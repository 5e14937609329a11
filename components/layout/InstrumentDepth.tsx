"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { DepthSpec } from "@/lib/plots";
import { cutDepth, toReadings } from "./reading";
import { SchemeReading } from "./SchemeReading";

/** Two layers make a line. */
const FEWEST = 2;

type Props = {
  figure: DepthSpec;
  /** The whole figure, drawn when the site was built. */
  children: ReactNode;
};

/** The figure, what it says of each scheme, and the depth to which both go; what draws is fetched when the depth is first moved. */
export function InstrumentDepth({ figure, children }: Props) {
  const most = figure.layers.length;
  const [depth, setDepth] = useState(most);
  const [touched, setTouched] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!touched) return;
    let current = true;
    import("@/lib/plots/page").then(({ draw }) => {
      const element = box.current;
      if (!current || !element) return;
      const width = element.clientWidth;
      element.replaceChildren(draw(cutDepth(figure, depth), { document, width, prefix: "instrument" }));
    });
    return () => {
      current = false;
    };
  }, [depth, figure, touched]);

  return (
    <>
      <label className="depth needs-script">
        Layers
        <input
          type="range"
          min={FEWEST}
          max={most}
          value={depth}
          onChange={(event) => {
            setTouched(true);
            setDepth(event.target.valueAsNumber);
          }}
        />
        <output>{depth}</output>
      </label>
      {touched ? <div ref={box} className="drawn" /> : <div className="drawn">{children}</div>}
      {toReadings(cutDepth(figure, depth)).map((reading) => (
        <SchemeReading key={reading.scheme} reading={reading} />
      ))}
    </>
  );
}
