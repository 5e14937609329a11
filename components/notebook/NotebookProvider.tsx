"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { KernelAddresses } from "@/lib/notebook/kernel/scripts";
import type { AuthorCell } from "@/lib/notebook/model";
import { NotebookScope } from "./context";
import { createLessonNotebook } from "./lesson-notebook";
import { StorageNotice } from "./StorageNotice";

type Props = { lesson: string; cells: readonly AuthorCell[]; kernel: KernelAddresses; children: ReactNode };

/** Gives a lesson's cells one notebook: its kernel, what the reader typed, and their predictions. */
export function NotebookProvider({ lesson, cells, kernel, children }: Props) {
  const [session] = useState(() => createLessonNotebook({ lesson, cells, kernel }));
  const [problem, setProblem] = useState<string>();

  useEffect(() => session.attach(setProblem), [session]);

  return (
    <NotebookScope value={session.notebook}>
      {children}
      {problem && <StorageNotice problem={problem} />}
    </NotebookScope>
  );
}
