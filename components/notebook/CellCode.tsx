"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { ChunkBoundary } from "./ChunkBoundary";
import { useCell } from "./context";

const loadEditor = () => import("./CodeEditor");
const CodeEditor = lazy(loadEditor);

type Props = { id: string; code: ReactNode; twin?: ReactNode; isEditing: boolean; onEdit: () => void };

/** A cell's code: highlighted text until somebody is about to type, an editor from then on. */
export function CellCode({ id, code, twin, isEditing, onEdit }: Props) {
  const cell = useCell(id);
  const [point, setPoint] = useState<{ x: number; y: number }>();
  const isAuthors = cell.source === cell.author.source;
  const still = isAuthors ? code : <pre className="code">{cell.source}</pre>;

  return (
    <>
      <div className="code-ts" data-editing={isEditing || undefined}>
        {isEditing ? (
          <ChunkBoundary fallback={still}>
            <Suspense fallback={still}>
              <CodeEditor id={id} point={point} />
            </Suspense>
          </ChunkBoundary>
        ) : (
          <div
            // A text that turns into an editor when it is pressed or entered by key.
            role="group"
            aria-label={`Code of cell ${id}`}
            aria-description="Press Enter to edit."
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it answers Enter, and long lines scroll
            tabIndex={0}
            className="code-still"
            onPointerEnter={() => void loadEditor().catch(() => {})}
            onFocus={() => void loadEditor().catch(() => {})}
            onClick={(event) => {
              if (!getSelection()?.isCollapsed) return; // Somebody is copying.
              setPoint({ x: event.clientX, y: event.clientY });
              onEdit();
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
                return;
              event.preventDefault();
              event.stopPropagation();
              onEdit();
            }}
          >
            {still}
          </div>
        )}
      </div>
      {twin && <div className="code-py">{twin}</div>}
    </>
  );
}
