"use client";

import { useEffect, useRef } from "react";
import { findCell } from "@/lib/notebook/cells";
import { useCell, useNotebook } from "./context";
import { createEditor } from "./editor/create";

type Props = { id: string; point: { x: number; y: number } | undefined };

/** The editor of a cell; a chunk of its own. It owns its text while it lives, and hears of a reset from the notebook. */
export default function CodeEditor({ id, point }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<ReturnType<typeof createEditor>>(undefined);
  const notebook = useNotebook();
  const { source } = useCell(id);
  const first = useRef({ source, point });

  useEffect(() => {
    if (!host.current) return;
    const made = createEditor({
      parent: host.current,
      source: first.current.source,
      label: `Code of cell ${id}`,
      point: first.current.point,
      onChange: (text) => notebook.edit(id, text),
    });
    editor.current = made;
    return () => made.destroy();
  }, [id, notebook]);

  // What the notebook holds now, not what it held when this was drawn: a key may have come in between.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `source` says when to look
  useEffect(() => editor.current?.replace(findCell(notebook.state.cells, id).source), [source, notebook, id]);

  return <div ref={host} className="code-editor" />;
}
