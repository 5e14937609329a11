"use client";

import { useEffect, useId, useRef } from "react";
import type { FigureSpec } from "@/lib/plots";
import { draw, toCleanSvg } from "@/lib/plots/page";

/** Draws a figure into the page, for the width that it has, and anew when that changes. A chunk of its own: it brings Plot. */
export default function Drawing({ figure }: { figure: FigureSpec }) {
  const host = useRef<HTMLDivElement>(null);
  const prefix = useId();

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let drawnFor = 0;
    const redraw = () => {
      const width = Math.round(element.clientWidth);
      if (width === 0 || width === drawnFor) return;
      drawnFor = width;
      element.replaceChildren(...drawAll(figure, { width, prefix }));
    };
    redraw();
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [figure, prefix]);

  return <div ref={host} />;
}

function drawAll(figure: FigureSpec, { width, prefix }: { width: number; prefix: string }): SVGSVGElement[] {
  if (figure.kind !== "drawn") return [draw(figure, { document, width, prefix })];
  // What a cell drew itself comes as text, ramp legends before the figure: each is cleaned by itself.
  const ramps = figure.legends.flatMap((legend) => (legend.type === "svg" ? [legend.svg] : []));
  return [...ramps, figure.svg].map((svg, index) =>
    toCleanSvg(svg, { document, prefix: `${prefix}${index}` }),
  );
}
