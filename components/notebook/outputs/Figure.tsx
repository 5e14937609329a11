"use client";

import { lazy, Suspense } from "react";
import { parseFigure, summarise } from "@/lib/plots";
import { ChunkBoundary } from "../ChunkBoundary";
import { FigureFrame } from "./FigureFrame";
import { TextOutput } from "./TextOutput";

const Drawing = lazy(() => import("./Drawing"));

/** A figure that a cell has sent as data: checked, drawn by the page for the width that it has, with its words and its table. */
export function Figure({ data, text }: { data: unknown; text: string }) {
  const parsed = parseFigure(data);
  if (!parsed.ok)
    return (
      <>
        <p className="px-4 pt-3 font-sans text-note text-explode">
          This figure could not be drawn: {parsed.problem}
        </p>
        <TextOutput text={text} tone="stdout" />
      </>
    );
  return (
    <FigureFrame figure={parsed.figure}>
      <ChunkBoundary fallback={<p className="font-sans text-note">{summarise(parsed.figure)}</p>}>
        <Suspense fallback={<div className="aspect-[2/1]" />}>
          <Drawing figure={parsed.figure} />
        </Suspense>
      </ChunkBoundary>
    </FigureFrame>
  );
}
