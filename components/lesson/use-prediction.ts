"use client";
import { useSyncExternalStore } from "react";
import { type Answer, predictions } from "@/lib/notebook/predictions";

/** The reader's answer to a prediction; undefined while it is open, and in the page as it comes from the server. */
export function usePrediction(lesson: string, id: string): Answer | undefined {
  return useSyncExternalStore(
    predictions.subscribe,
    () => predictions.get(lesson, id),
    () => undefined,
  );
}
