"use client";

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { type Place, toIntent } from "@/lib/notebook/keys";
import { CellBar } from "./CellBar";
import { CellCode } from "./CellCode";
import { CellGutter } from "./CellGutter";
import { CellOutputs } from "./CellOutputs";
import { useCell, useNotebook } from "./context";
import { focusNeighbour } from "./focus";

type Props = { id: string; code: ReactNode; twin?: ReactNode; baked: ReactNode };

/** One cell as one object: its count and state, its code in two languages, its outputs; and the keys that work on it. */
export function CellFrame({ id, code, twin, baked }: Props) {
  const cell = useCell(id);
  const notebook = useNotebook();
  const section = useRef<HTMLElement>(null);
  const [isEditing, setEditing] = useState(false);

  function handleKey(event: KeyboardEvent) {
    // A key that chooses among an input method's words is nobody's command.
    if (event.nativeEvent.isComposing) return;
    const place = placeOf(event.target as Element, section.current);
    const intent = toIntent(event, place);
    // The editor has used this key itself: Esc to drop a second cursor, or any in its search.
    const isUsed = event.defaultPrevented && (intent === "leave" || place === "control");
    if (!intent || isUsed) return;
    event.preventDefault();
    event.stopPropagation();
    switch (intent) {
      case "run":
        return void notebook.run(id);
      case "run-and-advance":
        void notebook.run(id);
        return focusNeighbour(section.current, 1);
      case "edit":
        section.current?.querySelector<HTMLElement>(".cm-content")?.focus();
        return setEditing(true);
      case "leave":
      case "to-cell":
        return section.current?.focus();
      case "previous":
        return focusNeighbour(section.current, -1);
      case "next":
        return focusNeighbour(section.current, 1);
      case "to-output":
        return section.current?.querySelector<HTMLElement>("[data-outputs]")?.focus();
      default:
        intent satisfies never;
    }
  }

  return (
    <section
      ref={section}
      id={`cell-${id}`}
      aria-label={`Cell ${id}`}
      data-cell={id}
      data-state={cell.state}
      tabIndex={-1}
      onKeyDown={handleKey}
      className="cell"
    >
      <CellGutter cell={cell} />
      <div className="cell-box">
        <CellBar id={id} hasTwin={twin !== undefined} />
        <CellCode id={id} code={code} twin={twin} isEditing={isEditing} onEdit={() => setEditing(true)} />
        <CellOutputs id={id} baked={baked} />
      </div>
    </section>
  );
}

function placeOf(target: Element, section: Element | null): Place {
  if (target === section) return "cell";
  if (target.closest(".cm-panels")) return "control";
  if (target.closest(".cm-editor")) return "editor";
  if (target.closest("[data-outputs]")) return "output";
  return "control";
}
