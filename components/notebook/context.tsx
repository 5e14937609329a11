"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { type Cell, findCell } from "@/lib/notebook/cells";
import type { Notebook } from "@/lib/notebook/notebook";
import type { NotebookState } from "@/lib/notebook/notebook-state";

const NotebookContext = createContext<Notebook | undefined>(undefined);
export const NotebookScope = NotebookContext.Provider;

/** The notebook of this page. */
export function useNotebook(): Notebook {
  const notebook = useContext(NotebookContext);
  if (!notebook) throw new Error("useNotebook: there is no notebook round this component.");
  return notebook;
}

/** One part of the notebook's state; the component renders anew only when that part has changed. */
export function useNotebookState<Part>(select: (state: NotebookState) => Part): Part {
  const notebook = useNotebook();
  const read = () => select(notebook.state);
  return useSyncExternalStore(notebook.subscribe, read, read);
}

export function useCell(id: string): Cell {
  return useNotebookState((state) => findCell(state.cells, id));
}
