"use client";
import { Minus, Plus } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { countDigits, moveNumber, parseNumber } from "./number";

type Props = { id: string; step: number; onLock: (value: string) => void; onSkip: () => void };

/** A prediction by number: typed, or stepped by − and + or the arrow keys. */
export function PredictNumber({ id, step, onLock, onSkip }: Props) {
  const [text, setText] = useState("1");
  const value = parseNumber(text);
  const field = `predict-${id}-number`;

  function move(by: -1 | 1) {
    setText(String(moveNumber(value ?? 0, { step, by })));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? 1 : -1);
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (value !== null) onLock(String(Number(value.toFixed(countDigits(step)))));
  }

  return (
    <form className="answers" onSubmit={onSubmit}>
      <label htmlFor={field} className="sr-only">
        Your number
      </label>
      <span className="stepper">
        <button type="button" className="button" aria-label="Less" onClick={() => move(-1)}>
          <Minus size={16} aria-hidden="true" />
        </button>
        <input
          id={field}
          className="field"
          inputMode="decimal"
          autoComplete="off"
          size={8}
          value={text}
          aria-invalid={value === null}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="button" aria-label="More" onClick={() => move(1)}>
          <Plus size={16} aria-hidden="true" />
        </button>
      </span>
      <button type="submit" className="button button-main" disabled={value === null}>
        Lock it in
      </button>
      <button type="button" className="button button-quiet" onClick={onSkip}>
        Skip
      </button>
    </form>
  );
}
