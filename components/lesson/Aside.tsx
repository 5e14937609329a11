import type { ReactNode } from "react";

/** A definition or a remark: in the right margin where there is one, in place elsewhere. */
export function Aside({ children }: { children: ReactNode }) {
  return <aside className="aside">{children}</aside>;
}
